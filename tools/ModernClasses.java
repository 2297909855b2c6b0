import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;

/**
 * Gives the classes of a jar the class-file version of Java 8, with stack maps.
 *
 * <p>The JVM keeps no class older than version 50 in its start-up cache, and picocli has version 49: without this
 * step three quarters of our start-up are spent on loading and verifying picocli.
 */
static final int JAVA_8 = 52;

void main(String[] args) throws IOException {
  try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]))) {
    ClassFile format = format(jar);
    for (Path file : classes(jar)) {
      ClassModel old = format.parse(Files.readAllBytes(file));
      if (old.majorVersion() < JAVA_8) {
        Files.write(file, modern(format, old));
      }
    }
  }
}

List<Path> classes(FileSystem jar) throws IOException {
  try (Stream<Path> files = Files.walk(jar.getPath("/"))) {
    return files.filter(f -> f.toString().endsWith(".class")).toList();
  }
}

/** Stack maps need to know which class extends which: look into the jar, then into the JDK. */
ClassFile format(FileSystem jar) {
  ClassHierarchyResolver inJar =
      ClassHierarchyResolver.ofResourceParsing(
          type -> {
            String name = type.descriptorString();
            return open(jar.getPath("/" + name.substring(1, name.length() - 1) + ".class"));
          });
  return ClassFile.of(
      StackMapsOption.GENERATE_STACK_MAPS,
      ClassHierarchyResolverOption.of(inJar.orElse(ClassHierarchyResolver.defaultResolver())));
}

InputStream open(Path file) {
  try {
    return Files.exists(file) ? Files.newInputStream(file) : null;
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

/** Code that is only passed on would be copied as it is, without stack maps; so each body is built anew. */
byte[] modern(ClassFile format, ClassModel old) {
  ClassTransform code = ClassTransform.transformingMethodBodies((builder, part) -> builder.with(part));
  ClassTransform version =
      (builder, element) -> {
        if (element instanceof ClassFileVersion) {
          builder.withVersion(JAVA_8, 0);
        } else {
          builder.with(element);
        }
      };
  return format.transformClass(old, code.andThen(version));
}
