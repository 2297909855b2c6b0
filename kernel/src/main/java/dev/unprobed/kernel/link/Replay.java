package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.link.Statement.Inputs;
import dev.unprobed.kernel.link.Statement.Output;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** A link done again in thought, from its script and its inputs, against what came out of it. */
public final class Replay {
  private final List<Statement> script;
  private final ElfFile output;
  private final Selection selection;

  private Replay(List<Statement> script, List<LinkInput> inputs, ElfFile output) {
    this.script = script;
    this.output = output;
    this.selection = new Selection(script, inputs);
  }

  /**
   * Where everything lies.
   *
   * @param path of the script, for messages
   * @param script a linker script after the preprocessor
   * @param inputs in the order in which the linker met them
   * @param output what was linked, with its symbols
   */
  public static Placement run(String path, String script, List<LinkInput> inputs, ElfFile output) {
    return run(path, script, inputs, output, new LinkMap(List.of()));
  }

  /**
   * The same, where the linker left a map: it need not be believed that sections are in the order
   * of the inputs, nor which strings were merged.
   */
  public static Placement run(
      String path, String script, List<LinkInput> inputs, ElfFile output, LinkMap map) {
    return new Replay(ScriptReader.read(path, script), inputs, output).run(map);
  }

  private Placement run(LinkMap map) {
    merge();
    if (!map.rows().isEmpty()) {
      map.place(selection.byInput());
      selection.sortByPlace();
    }
    int conflicts = Anchors.set(output, inWritingOrder());
    return new Layout(script, selection, output).placement(conflicts);
  }

  private void merge() {
    Merging merging = new Merging();
    List<List<Part>> byInput = selection.byInput();
    IdentityHashMap<Part, String> outputs = new IdentityHashMap<>();
    forEachPart((out, part) -> outputs.put(part, out.name()));
    for (List<Part> parts : byInput) {
      for (Part part : parts) {
        merging.add(outputs.getOrDefault(part, ""), part);
      }
    }
    merging.merge();
  }

  /** The linker writes the symbols of an input when it writes the first of its sections. */
  private List<List<Part>> inWritingOrder() {
    Set<Integer> order = new LinkedHashSet<>();
    forEachPart((_, part) -> order.add(part.order));
    List<List<Part>> inputs = new ArrayList<>();
    order.forEach(i -> inputs.add(selection.byInput().get(i)));
    return inputs;
  }

  private void forEachPart(BiConsumer<Output, Part> action) {
    for (Statement statement : script) {
      if (statement instanceof Output out) {
        for (Statement inner : out.body()) {
          if (inner instanceof Inputs inputs) {
            selection.of(inputs).forEach(part -> action.accept(out, part));
          }
        }
      }
    }
  }
}
