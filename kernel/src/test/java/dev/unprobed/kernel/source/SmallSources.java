package dev.unprobed.kernel.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree with a bus of its own, in the kernel's manner. */
record SmallSources(Path root) {
  static SmallSources with(Path root) throws IOException {
    return new SmallSources(root)
        .file("Makefile", "")
        .file("Kbuild", "obj-y += drivers/")
        .file(
            "drivers/Makefile",
            """
            obj-y += bus/core.o
            obj-$(CONFIG_CARD) += card.o
            card-y := main.o
            card-$(CONFIG_MORE) += more.o
            obj-$(CONFIG_CLOCK) += clock.o
            """)
        .file(
            "include/linux/toy.h",
            """
            #ifdef CONFIG_OF
            #define of_match_ptr(p) (p)
            #else
            #define of_match_ptr(p) NULL
            #endif
            #define TOY_TABLE(table, name, compat, fn) \\
            	static const struct of_device_id __of_table_##name \\
            		__section("__" #table "_of_table") = { .compatible = compat, .data = fn }
            #define CLOCK_DECLARE(name, compat, fn) TOY_TABLE(clk, name, compat, fn)
            #define module_toy_driver(d) \\
            	static int __init d##_init(void) { return toy_driver_register(&(d)); } \\
            	module_init(d##_init)
            """)
        .file(
            "drivers/bus/core.c",
            """
            struct bus_type toy_bus_type = { .name = "toy", };
            int toy_driver_register(struct toy_driver *drv)
            {
            	drv->driver.bus = &toy_bus_type;
            	return driver_register(&drv->driver);
            }
            """);
  }

  SmallSources file(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }
}
