package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.object.Linker;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A driver model of a few lines, with the structures laid out as those of a kernel. */
final class SmallKernel {
  /** Declarations. */
  static final String HEADER =
      """
      typedef unsigned int u32; typedef unsigned long ulong; typedef unsigned long long u64;
      struct bus_type { const char *name; void *rest[20]; };
      struct of_device_id { char name[32], type[32], compatible[128]; const void *data; };
      struct named_id { char name[20]; ulong data; };
      struct device_driver {
        const char *name; struct bus_type *bus; void *owner; const char *mod_name;
        _Bool suppress; int probe_type; const struct of_device_id *of; const void *acpi;
        void *functions[8]; const void *pm; void *coredump; void *p;
      };
      struct platform_driver {
        int (*probe)(void *); void *more[5]; struct device_driver driver;
        const struct named_id *ids; _Bool prevent;
      };
      struct pci_id { u32 vendor, device, subvendor, subdevice, class, mask; ulong data; u32 only; };
      struct pci_driver {
        void *list[2]; const char *name; const struct pci_id *ids; void *functions[11];
        struct device_driver driver;
      };
      struct platform_device_info {
        void *parent, *fwnode; _Bool reused; const char *name; int id; const void *res;
        unsigned count; const void *data; ulong size; u64 mask; const void *properties;
      };
      struct platform_device { const char *name; int id; };
      struct mfd_cell {
        const char *name; int id, level; void *functions[7]; const char *compatible;
        u64 reg; _Bool use; const void *acpi; int n; const void *res; _Bool a, b;
        const void *supplies; int supply_count;
      };
      extern int driver_register(struct device_driver *);
      extern int __platform_driver_register(struct platform_driver *, void *);
      extern int __platform_driver_probe(struct platform_driver *, int (*)(void *), void *);
      extern int __platform_register_drivers(struct platform_driver *const *, unsigned, void *);
      extern int __pci_register_driver(struct pci_driver *, void *, const char *);
      extern void *platform_device_register_full(const struct platform_device_info *);
      extern void *platform_device_alloc(const char *, int);
      extern int platform_device_add(void *);
      extern int mfd_add_devices(void *, int, const struct mfd_cell *, int, void *, int, void *);
      extern void *simple_device(const char *name);
      extern int machine_is(const char *), prepare(void), of_platform_populate(void *);
      extern void *memset(void *, int, ulong);
      #define API __attribute__((noipa))
      #define INIT __attribute__((section(".init.text"), used)) static int
      #define CALL(level, f) __asm__( \\
        ".section .initcall" #level ".init, \\"a\\"\\n" ENTRY(f) ".previous\\n")
      #ifdef __aarch64__
      #define ENTRY(f) ".long " #f " - .\\n"
      #else
      #define ENTRY(f) ".long " #f "\\n"
      #endif
      """;

  /** The functions behind them. */
  static final String CORE =
      HEADER
          + """
          struct bus_type platform_bus_type = { "platform" }, pci_bus_type = { "pci" };
          static void *list;
          API int driver_register(struct device_driver *d) {
            if (!d->bus) return -22;
            d->p = list; list = d; return 0;
          }
          API int __platform_driver_register(struct platform_driver *d, void *owner) {
            d->driver.owner = owner; d->driver.bus = &platform_bus_type;
            return driver_register(&d->driver);
          }
          API int __platform_driver_probe(struct platform_driver *d, int (*probe)(void *), void *o) {
            int error;
            d->prevent = 1; d->probe = probe;
            error = __platform_driver_register(d, o);
            if (error) return error;
            return list ? 0 : -19;
          }
          API int __platform_register_drivers(struct platform_driver *const *d, unsigned n, void *o) {
            for (unsigned i = 0; i < n; i++) {
              int error = __platform_driver_register(d[i], o);
              if (error) return error;
            }
            return 0;
          }
          API int __pci_register_driver(struct pci_driver *d, void *owner, const char *mod) {
            d->driver.name = d->name; d->driver.bus = &pci_bus_type; d->driver.owner = owner;
            d->driver.mod_name = mod;
            return driver_register(&d->driver);
          }
          API void *platform_device_alloc(const char *name, int id) { return id ? list : (void *)name; }
          API void *platform_device_register_full(const struct platform_device_info *info) {
            return platform_device_alloc(info->name, info->id);
          }
          API int platform_device_add(void *device) { return device == list ? -17 : 0; }
          API static int add_cell(void *parent, const struct mfd_cell *cell) {
            struct platform_device *d = platform_device_alloc(cell->name, cell->id);
            return d ? 0 : -12;
          }
          API int mfd_add_devices(void *parent, int id, const struct mfd_cell *cells, int n, void *mem,
                              int irq, void *domain) {
            for (int i = 0; i < n; i++) {
              int error = add_cell(parent, cells + i);
              if (error) return error;
            }
            return 0;
          }
          API void *simple_device(const char *name) {
            struct platform_device_info info = { .name = name, .id = -1 };
            return platform_device_register_full(&info);
          }
          API int machine_is(const char *name) { return list == name; }
          API int prepare(void) { return list ? -5 : 0; }
          API int of_platform_populate(void *node) { return node == list; }
          __attribute__((optimize("no-tree-loop-distribute-patterns")))
          API void *memset(void *to, int c, ulong n) {
            for (ulong i = 0; i < n; i++) ((char *)to)[i] = c;
            return to;
          }
          """;

  private SmallKernel() {}

  /** One object of some sources. */
  static Program compile(Architecture architecture, Path folder, String... sources) {
    boolean wide = architecture == Architecture.ARM64;
    var gcc = Tool.of(wide ? "aarch64-linux-gnu-gcc" : "arm-linux-gnueabihf-gcc");
    try {
      Path source = Files.createTempFile(folder, "source", ".c");
      Path object = Files.createTempFile(folder, "object", ".o");
      Files.writeString(source, String.join("\n", sources));
      String[] options =
          wide ? new String[] {"-mgeneral-regs-only"} : new String[] {"-marm", "-march=armv7-a+fp"};
      var arguments = new java.util.ArrayList<>(java.util.List.of(options));
      arguments.addAll(
          java.util.List.of(
              "-O2",
              "-w",
              "-ffreestanding",
              "-fno-pic",
              "-fno-stack-protector",
              "-c",
              "-o",
              object.toString(),
              source.toString()));
      gcc.run(folder, arguments.toArray(String[]::new));
      return Linker.program(ElfFile.read(Bytes.of("small.ko", Files.readAllBytes(object))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
