"use strict";
(() => {
  const root = document.documentElement;
  const input = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const drivers = [...document.querySelectorAll("tbody.driver")];
  const texts = new Map(drivers.map((driver) => [driver, driver.rows[0].textContent.toLowerCase()]));

  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter((word) => word);
    let left = 0;
    for (const driver of drivers) {
      const platform = driver.closest("section").dataset.name;
      const text = texts.get(driver) + " " + platform;
      const fits = words.every((word) => text.includes(word));
      driver.classList.toggle("filtered", !fits);
      left += fits ? 1 : 0;
    }
    for (const section of document.querySelectorAll("section")) {
      const fits = section.querySelector("tbody.driver:not(.filtered)");
      section.classList.toggle("filtered", words.length > 0 && !fits);
    }
    shown.textContent = words.length ? left + " of " + drivers.length + " rows" : "";
  };

  const key = (driver, column) => {
    const cell = driver.rows[0].cells[column];
    return cell.dataset.sort || cell.textContent;
  };

  const sort = (heading) => {
    const table = heading.closest("table");
    const column = heading.cellIndex;
    const up = heading.getAttribute("aria-sort") !== "ascending";
    const bodies = [...table.tBodies];
    bodies.sort((a, b) => {
      const order = key(a, column).localeCompare(key(b, column));
      return up ? order : -order;
    });
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    table.append(...bodies);
  };

  const toggle = (button) => {
    const open = button.closest("tbody").classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  };

  root.classList.add("js");
  input.addEventListener("input", filter);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.closest("thead")) {
      sort(button.closest("th"));
    } else if (button) {
      toggle(button);
    }
  });
  filter();
})();
