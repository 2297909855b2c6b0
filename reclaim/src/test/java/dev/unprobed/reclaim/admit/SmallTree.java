package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.KernelReader;
import dev.unprobed.kernel.tree.BuildTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A build tree with the least of a driver core, and units that a test adds. */
public final class SmallTree {
  private static final String HEADER =
      """
      #pragma once
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
      extern void platform_driver_unregister(struct platform_driver *);
      extern int thing_register(const char *);
      extern void thing_unregister(const char *);
      extern int bus_register(struct bus_type *);
      extern void bus_unregister(struct bus_type *);
      extern int misc_register(void *);
      extern void misc_deregister(void *);
      extern __attribute__((noipa)) int _printk(const char *, ...);
      #define __init __attribute__((section(".init.text"), noinline, used))
      #define __exit __attribute__((section(".exit.text"), noinline, used))
      #define INITCALL_AT(f, n) \\
        asm(".section .initcall" #n ".init,\\"a\\"\\n.long " #f " - .\\n.previous");
      #define INITCALL(f) INITCALL_AT(f, 6)
      #define EXITCALL(f) \\
        static void (*const exit_##f)(void) \\
          __attribute__((used, section(".exitcall.exit"))) = f;
      #define IN(s) __attribute__((used, section(s)))
      #define DRIVER(d, c) \\
        static int d##_probe(void *p) { return 0; } \\
        static const struct of_device_id d##_ids[] = { { "", "", c }, { "" } }; \\
        static struct platform_driver d = { .probe = d##_probe, \\
          .driver = { .name = #d, .of_match_table = d##_ids } };
      #define REGISTER(d) \\
        static int __init d##_init(void) { return __platform_driver_register(&d, 0); } \\
        INITCALL(d##_init)
      #define UNREGISTER(d) \\
        static void __exit d##_exit(void) { platform_driver_unregister(&d); } \\
        EXITCALL(d##_exit)
      #define WHOLE(d, c) DRIVER(d, c) REGISTER(d) UNREGISTER(d)
      """;

  private static final String CORE =
      """
      struct bus_type platform_bus_type = { "platform" };
      static struct device_driver *last;
      static const void *kept;
      #define OPAQUE __attribute__((noipa))
      OPAQUE int driver_register(struct device_driver *d) { last = d; return 0; }
      int __platform_driver_register(struct platform_driver *d, void *owner) {
        d->driver.owner = owner;
        d->driver.bus = &platform_bus_type;
        return driver_register(&d->driver);
      }
      OPAQUE void platform_driver_unregister(struct platform_driver *d) { last = 0; }
      OPAQUE int thing_register(const char *t) { kept = t; return 0; }
      OPAQUE void thing_unregister(const char *t) { kept = 0; }
      OPAQUE int bus_register(struct bus_type *t) { kept = t; return 0; }
      OPAQUE void bus_unregister(struct bus_type *t) { kept = 0; }
      OPAQUE int misc_register(void *t) { kept = t; return 0; }
      OPAQUE void misc_deregister(void *t) { kept = 0; }
      OPAQUE int _printk(const char *t, ...) { return 0; }
      """;

  private final Path root;
  private final List<String> objects = new ArrayList<>();

  private SmallTree(Path root) {
    this.root = root;
  }

  public static SmallTree at(Path root) throws IOException {
    Compiler.demand();
    SmallTree tree = new SmallTree(root);
    tree.write(".config", "CONFIG_X=y\n");
    tree.write("include/config/kernel.release", "6.1.0-small\n");
    tree.write("include/generated/autoconf.h", "");
    tree.write("small.h", HEADER);
    return tree.unit("drivers/base/platform", CORE)
        .unit("init/main", "int start_kernel(void) { return _printk(\"starting\"); }");
  }

  /** A module that the build has made. */
  public SmallTree module(String path, String source) throws IOException {
    compile(path, path + ".ko", source);
    return file("modules.order", path + ".ko\n");
  }

  public SmallTree file(String path, String text) throws IOException {
    write(path, text);
    return this;
  }

  /** A unit of one object that is called like it. */
  public SmallTree unit(String path, String source) throws IOException {
    compile(path, path + ".o", source);
    objects.add(path + ".o");
    return this;
  }

  private void compile(String path, String output, String source) throws IOException {
    write(path + ".c", "#include \"small.h\"\n" + source);
    Compiler.run(
        root,
        "gcc",
        "-mgeneral-regs-only",
        "-I.",
        "-O2",
        "-ffreestanding",
        "-fno-pic",
        "-c",
        "-o",
        output,
        path + ".c");
    Path object = root.resolve(output);
    Files.writeString(
        object.resolveSibling("." + object.getFileName() + ".cmd"),
        "savedcmd_%s := gcc -DKBUILD_MODFILE='\"%s\"' -c\n".formatted(output, path));
  }

  public Path root() {
    return root;
  }

  public List<Verdict> verdicts() {
    List<String> arguments = new ArrayList<>(List.of("cDPrST", "vmlinux.a"));
    arguments.addAll(objects);
    Compiler.run(root, "ar", arguments.toArray(String[]::new));
    try {
      return Admission.of(BuildTree.read(root), KernelReader.read(root));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The verdict on one unit. */
  Verdict verdict(String path) {
    return verdicts().stream().filter(v -> v.unit().path().equals(path)).findFirst().orElseThrow();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
