package dev.unprobed.kernel.btf;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Program.Range;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The structs of a kernel: how large they are and where their members lie. */
public final class Btf {
  private static final int MAGIC_BYTE = 0x9f;
  private static final int ATTEMPTS = 16;
  private static final int NESTING = 32;

  private final TypeTable types;
  private final int pointerSize;
  private final Map<String, Integer> structs = new HashMap<>();

  private Btf(TypeTable types, int pointerSize) {
    this.types = types;
    this.pointerSize = pointerSize;
    for (int id = 1; id <= types.count(); id++) {
      if (types.kind(id) == Kind.STRUCT || types.kind(id) == Kind.UNION) {
        structs.putIfAbsent(types.name(id), id);
      }
    }
    structs.remove("");
  }

  /**
   * A place in a struct.
   *
   * @param offset in bytes from the start of the outermost struct; for a bit field of the byte in
   *     which it begins
   * @param size in bytes, of a bit field that of its declared type; 0 when unknown
   */
  public record Member(long offset, long size) {}

  /**
   * A .BTF section or a file of nothing else.
   *
   * @param pointerSize in bytes: BTF does not tell
   * @throws MalformedInput when it is none
   */
  public static Btf read(Bytes section, int pointerSize) {
    return new Btf(TypeTable.read(section), pointerSize);
  }

  /** That of a program: its .BTF section, or what looks like one in an image; empty without. */
  public static Optional<Btf> of(Program program) {
    int pointerSize = program.architecture().pointerSize();
    for (Range section : program.sections()) {
      if (section.name().equals(".BTF")) {
        return program
            .at(section.start())
            .map(bytes -> read(bytes.slice(0, section.size()), pointerSize));
      }
    }
    // read-only data follow the text
    return program.symbols().isEmpty()
        ? Optional.empty()
        : program
            .at(program.symbols().getFirst().address())
            .flatMap(bytes -> find(bytes, pointerSize));
  }

  /** The first one in an image; empty when there is none. */
  public static Optional<Btf> find(Bytes image, int pointerSize) {
    return locate(image).flatMap(section -> attempt(section, pointerSize));
  }

  /** The bytes of the first one in an image, which tell where they lie; empty without one. */
  public static Optional<Bytes> locate(Bytes image) {
    int attempts = 0;
    for (long at = 0; image.has(at, TypeTable.HEADER) && attempts < ATTEMPTS; at++) {
      if (image.u8(at) == MAGIC_BYTE && TypeTable.begins(image.from(at))) {
        Bytes section = TypeTable.whole(image.from(at));
        // types are read alike whatever the size of a pointer
        if (attempt(section, Long.BYTES).isPresent()) {
          return Optional.of(section);
        }
        attempts++;
      }
    }
    return Optional.empty();
  }

  private static Optional<Btf> attempt(Bytes section, int pointerSize) {
    try {
      return Optional.of(read(section, pointerSize));
    } catch (MalformedInput e) {
      // it only looked like one
      return Optional.empty();
    }
  }

  /** The size in bytes of a struct or union; empty when there is none of that name. */
  public OptionalLong size(String struct) {
    Integer id = structs.get(struct);
    return id == null ? OptionalLong.empty() : OptionalLong.of(types.size(id));
  }

  /**
   * Where a member lies.
   *
   * @param path names with dots between them; unnamed structs and unions are passed through
   */
  public Optional<Member> member(String struct, String path) {
    Integer id = structs.get(struct);
    long bits = 0;
    for (String name : path.split("\\.", -1)) {
      Optional<Field> field = id == null ? Optional.empty() : field(id, name, NESTING);
      if (field.isEmpty()) {
        return Optional.empty();
      }
      bits += field.get().bits();
      id = types.strip(field.get().type());
    }
    return id == null
        ? Optional.empty()
        : Optional.of(new Member(bits / Byte.SIZE, sizeOf(id, NESTING)));
  }

  private record Field(int type, long bits) {}

  private Optional<Field> field(int struct, String name, int depth) {
    if (depth == 0 || !isComposite(struct)) {
      return Optional.empty();
    }
    for (int i = 0; i < types.length(struct); i++) {
      String its = types.memberName(struct, i);
      long bits = types.memberBits(struct, i);
      if (its.equals(name)) {
        return Optional.of(new Field(types.memberType(struct, i), bits));
      }
      if (its.isEmpty()) {
        int inner = types.strip(types.memberType(struct, i));
        Optional<Field> field = field(inner, name, depth - 1);
        if (field.isPresent()) {
          return Optional.of(new Field(field.get().type(), bits + field.get().bits()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isComposite(int id) {
    return types.kind(id) == Kind.STRUCT || types.kind(id) == Kind.UNION;
  }

  private long sizeOf(int id, int depth) {
    int type = types.strip(id);
    return switch (types.kind(type)) {
      case POINTER -> pointerSize;
      case ARRAY -> depth == 0 ? 0 : types.elements(type) * sizeOf(types.element(type), depth - 1);
      case SCALAR, STRUCT, UNION -> types.size(type);
      case ALIAS, OTHER -> 0;
    };
  }
}
