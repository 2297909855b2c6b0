package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.link.LinkInput;
import dev.unprobed.kernel.link.Stretch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names the owner and the class of stretches. */
final class Owners {
  /** What IKHEADERS makes has nothing else that is constant. */
  static final String HEADERS = "kernel/kheaders.o";

  private static final String EXPORT = "___ksymtab";

  private final Function<LinkInput, Owner> ofInput;
  private final Map<String, LinkInput> definitions = new HashMap<>();

  /**
   * @param ofInput the owner of what an object brings
   * @param inputs all objects, to see who defines an exported symbol
   */
  Owners(Function<LinkInput, Owner> ofInput, List<LinkInput> inputs) {
    this.ofInput = memoized(ofInput);
    inputs.forEach(this::define);
  }

  Owner owner(Stretch stretch) {
    return switch (stretch) {
      case Stretch.Piece piece -> owner(piece);
      case Stretch.Merged merged -> owner(merged.users());
      case Stretch.Made made -> new Owner.Linker(made.what());
      case Stretch.Padding _ -> new Owner.Padding();
      case Stretch.Unclaimed _ -> new Owner.Unattributed();
    };
  }

  ByteClass what(Stretch stretch) {
    return switch (stretch) {
      case Stretch.Piece piece -> what(piece);
      case Stretch.Merged merged -> SectionClass.ofMerged(merged.name());
      case Stretch.Made made -> made.output().isEmpty() ? ByteClass.DATA : ByteClass.TABLES;
      case Stretch.Padding _ -> ByteClass.PADDING;
      case Stretch.Unclaimed _ -> ByteClass.OTHER;
    };
  }

  private ByteClass what(Stretch.Piece piece) {
    if (ofInput.apply(piece.input()) instanceof Owner.Table table) {
      if (table.equals(Tables.KALLSYMS)) {
        return ByteClass.KALLSYMS;
      }
      if (table.equals(Tables.BTF)) {
        return ByteClass.BTF;
      }
    }
    boolean headers =
        piece.input().path().equals(HEADERS) && piece.section().name().equals(".rodata");
    return headers ? ByteClass.HEADERS : SectionClass.of(piece.section());
  }

  /** An entry of the table of exports is its symbol's, wherever modpost wrote it. */
  private Owner owner(Stretch.Piece piece) {
    Owner owner = ofInput.apply(piece.input());
    String section = piece.section().name();
    int plus = section.indexOf('+');
    if (owner.equals(Tables.EXPORTS) && section.startsWith(EXPORT) && plus > 0) {
      LinkInput definition = definitions.get(section.substring(plus + 1));
      return definition == null ? owner : ofInput.apply(definition);
    }
    return owner;
  }

  private Owner owner(List<LinkInput> users) {
    Owner first = ofInput.apply(users.getFirst());
    for (LinkInput user : users) {
      if (!ofInput.apply(user).equals(first)) {
        return new Owner.Shared();
      }
    }
    return first;
  }

  private void define(LinkInput input) {
    SymbolTable symbols = input.elf().symbols();
    for (int i = symbols.count() - 1; i > 0 && symbols.binding(i) != Elf.STB_LOCAL; i--) {
      if (!symbols.isUndefined(i)) {
        boolean weak = symbols.binding(i) == Elf.STB_WEAK;
        define(symbols.name(i), input, weak);
      }
    }
  }

  private void define(String name, LinkInput input, boolean weak) {
    @Nullable LinkInput known = definitions.get(name);
    if (known == null || !weak) {
      definitions.put(name, input);
    }
  }

  private static Function<LinkInput, Owner> memoized(Function<LinkInput, Owner> function) {
    Map<String, Owner> known = new HashMap<>();
    return input -> known.computeIfAbsent(input.path(), _ -> function.apply(input));
  }
}
