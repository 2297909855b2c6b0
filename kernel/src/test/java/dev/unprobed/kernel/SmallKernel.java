package dev.unprobed.kernel;

import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A build tree with the least of a driver core, one built-in driver in two objects, and a module.
 */
final class SmallKernel {
  private static final String HEADER =
      """
      struct bus_type { const char *name; };
      struct of_device_id { char name[32], type[32], compatible[128]; const void *data; };
      struct device_driver {
        const char *name; struct bus_type *bus; void *owner; const char *mod_name;
        _Bool suppress; int probe_type;
        const struct of_device_id *of_match_table; const void *acpi; void *more[11];
      };
      struct platform_driver {
        int (*probe)(void *), (*remove)(void *); void (*shutdown)(void *);
        int (*suspend)(void *), (*resume)(void *);
        struct device_driver driver; const void *id_table;
      };
      extern int driver_register(struct device_driver *);
      extern int __platform_driver_register(struct platform_driver *, void *);
      #ifdef __aarch64__
      #define INITCALL(f) asm(".section .initcall6.init,\\"a\\"\\n.long " #f " - .\\n.previous");
      #else
      #define INITCALL(f) asm(".section .initcall6.init,\\"a\\"\\n.long " #f "\\n.previous");
      #endif
      #define INFO(n, t) \\
        static const char n[] __attribute__((used, section(".modinfo"), aligned(1))) = t;
      """;

  private static final String CORE =
      """
      #include "small.h"
      struct bus_type platform_bus_type = { "platform" };
      static struct device_driver *last;
      __attribute__((noipa)) int driver_register(struct device_driver *d) { last = d; return 0; }
      int __platform_driver_register(struct platform_driver *d, void *owner) {
        d->driver.owner = owner;
        d->driver.bus = &platform_bus_type;
        return driver_register(&d->driver);
      }
      const void *const __ksymtab___platform_driver_register = __platform_driver_register;
      """;

  private static final String TABLE =
      """
      #include "small.h"
      const struct of_device_id x_ids[] = { { "", "", "vendor,x1" }, { "", "", "vendor,x2" }, { "" } };
      INFO(a, "x_y.alias=platform:x")
      """;

  private static final String DRIVER =
      """
      #include "small.h"
      extern const struct of_device_id x_ids[];
      static int probe(void *d) { return 0; }
      static struct platform_driver x = {
        .probe = probe, .driver = { .name = "NAME", .of_match_table = x_ids }
      };
      static int __attribute__((used)) x_init(void) { return __platform_driver_register(&x, 0); }
      INITCALL(x_init)
      """;

  private static final String MODULE =
      """
      #include "small.h"
      static const struct of_device_id ids[] = { { "", "", "vendor,m" }, { "" } };
      static struct platform_driver m = { .driver = { .name = "m", .of_match_table = ids } };
      int init_module(void) { return __platform_driver_register(&m, 0); }
      INFO(a, "alias=of:N*T*Cvendor,m")
      INFO(d, "depends=other")
      """;

  private final Path root;
  private final String target;

  private SmallKernel(Path root, String target) {
    this.root = root;
    this.target = target;
  }

  /** Builds it for a target such as aarch64-linux-gnu. */
  static void build(Path root, String target) throws IOException {
    new SmallKernel(root, target).build();
  }

  private void build() throws IOException {
    write(".config", "CONFIG_X=y\n");
    write("include/config/kernel.release", "6.1.0-small\n");
    write("include/generated/autoconf.h", "");
    write("small.h", HEADER);
    compile("drivers/base/platform.o", "drivers/base/platform", CORE);
    compile("drivers/x/table.o", "drivers/x/x-y", TABLE);
    compile("drivers/x/main.o", "drivers/x/x-y", DRIVER.replace("NAME", "x"));
    compile("drivers/z.o", "drivers/z", DRIVER.replace("NAME", "z"));
    compile("drivers/m.ko", "drivers/m", MODULE);
    write("modules.order", "drivers/m.ko\n");
    List<String> arguments = new ArrayList<>(List.of("cDPrST", "vmlinux.a"));
    arguments.addAll(
        Arrays.asList(
            "drivers/base/platform.o", "drivers/x/table.o", "drivers/x/main.o", "drivers/z.o"));
    Tool.of(target + "-ar").run(root, arguments.toArray(String[]::new));
  }

  private void compile(String object, String unit, String source) throws IOException {
    String text = object.replaceAll("\\.k?o$", ".c");
    write(text, source);
    String code = target.startsWith("arm-") ? "-marm" : "-mgeneral-regs-only";
    Tool.of(target + "-gcc")
        .run(root, code, "-I.", "-O2", "-ffreestanding", "-fno-pic", "-c", "-o", object, text);
    Path file = root.resolve(object);
    Files.writeString(
        file.resolveSibling("." + file.getFileName() + ".cmd"),
        "savedcmd_%s := gcc -DKBUILD_MODFILE='\"%s\"' -c -o %s\n".formatted(object, unit, object));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
