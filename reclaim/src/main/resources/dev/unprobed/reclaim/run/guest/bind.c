/* Every device is written to drivers_probe of its bus, and to bind of every driver there. */
#include "check.h"

struct names {
  u32 count;
  char name[2048][64];
};

static struct names devices, drivers, buses;

static void collect(const char *folder, const char *name, int type, void *to) {
  struct names *names = to;
  (void)folder;
  (void)type;
  if (names->count < 2048) {
    names->name[names->count][0] = 0;
    append(names->name[names->count++], 64, name);
  }
}

static void list(const char *bus, const char *what, struct names *names) {
  char path[256] = "/sys/bus/";
  append(path, sizeof(path), bus);
  append(path, sizeof(path), what);
  names->count = 0;
  each_entry(path, collect, names);
}

static u64 try(const char *bus, const char *driver, const char *file) {
  char path[256] = "/sys/bus/";
  u64 done = 0;
  append(path, sizeof(path), bus);
  append(path, sizeof(path), driver);
  append(path, sizeof(path), file);
  for (u32 i = 0; i < devices.count; i++) {
    done += write_file(path, devices.name[i]) >= 0;
  }
  return done;
}

int check_bind(void) {
  u64 writes = 0, done = 0;
  list("", "", &buses);
  for (u32 b = 0; b < buses.count; b++) {
    const char *bus = buses.name[b];
    list(bus, "/devices", &devices);
    list(bus, "/drivers", &drivers);
    done += try(bus, "", "/drivers_probe");
    for (u32 d = 0; d < drivers.count; d++) {
      char driver[80] = "/drivers/";
      append(driver, sizeof(driver), drivers.name[d]);
      done += try(bus, driver, "/bind");
    }
    writes += devices.count * (drivers.count + 1ul);
  }
  say("%lu writes to bind and drivers_probe, %lu of them accepted", writes, done);
  return writes > 0 ? PASS : FAIL;
}
