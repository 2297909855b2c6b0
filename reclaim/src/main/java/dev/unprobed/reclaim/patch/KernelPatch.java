package dev.unprobed.reclaim.patch;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kernel's side for one source tree. What does not fit the tree is a {@link MalformedInput}
 * that names file and anchor; then nothing is written.
 */
public final class KernelPatch {
  private final SourceTree tree;
  private final Map<String, String> fresh;
  private final List<EditScript> scripts;

  KernelPatch(Path tree, Map<String, String> fresh, List<EditScript> scripts) {
    this.tree = new SourceTree(tree);
    this.fresh = fresh;
    this.scripts = scripts;
  }

  /** For the tree with this top. */
  public static KernelPatch of(Path tree) {
    return new KernelPatch(tree, Shipped.files(), Shipped.scripts());
  }

  /** What would change, sorted by file; empty when all is in place. */
  public List<Change> changes() throws IOException {
    Map<String, Change> changes = new TreeMap<>();
    for (Map.Entry<String, String> file : fresh.entrySet()) {
      String before = tree.text(file.getKey()).orElse("");
      changes.put(file.getKey(), new Change(file.getKey(), before, file.getValue()));
    }
    edited().forEach(change -> changes.put(change.file(), change));
    return changes.values().stream().filter(c -> !c.before().equals(c.after())).toList();
  }

  /** Brings the tree to its new state, and returns what changed. */
  public List<Change> apply() throws IOException {
    List<Change> changes = changes();
    for (Change change : changes) {
      tree.write(change.file(), change.after());
    }
    return changes;
  }

  private List<Change> edited() throws IOException {
    Map<String, List<Edit>> edits = new LinkedHashMap<>();
    for (EditScript script : chosen()) {
      script.edits().forEach(e -> edits.computeIfAbsent(e.file(), _ -> new ArrayList<>()).add(e));
    }
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, List<Edit>> each : edits.entrySet()) {
      changes.add(edited(each.getKey(), each.getValue()));
    }
    return changes;
  }

  private Change edited(String file, List<Edit> edits) throws IOException {
    String path = tree.top().resolve(file).toString();
    String before =
        tree.text(file)
            .orElseThrow(() ->
                new MalformedInput(
                    path,
                    -1,
                    "no-file",
                    "there is no such file",
                    "give the top of a kernel source tree with --tree DIR"));
    EditedText text = new EditedText(path, before);
    edits.forEach(text::apply);
    return new Change(file, before, text.text());
  }

  private List<EditScript> chosen() throws IOException {
    List<EditScript> chosen = new ArrayList<>();
    Map<String, List<String>> groups = new TreeMap<>();
    for (EditScript script : scripts) {
      List<String> group = groups.computeIfAbsent(script.variant().group(), _ -> new ArrayList<>());
      if (script.variant().isFor(tree)) {
        group.add(script.name());
        chosen.add(script);
      }
    }
    groups.remove("");
    groups.forEach(this::checkOne);
    return chosen;
  }

  private void checkOne(String group, List<String> names) {
    if (names.size() != 1) {
      String fits = names.isEmpty() ? "none" : String.join(" and ", names);
      throw new MalformedInput(
          tree.top().toString(),
          -1,
          "unknown-kernel",
          "exactly one of the ways to edit its " + group + " has to fit, but " + fits + " does",
          "the edits are known to fit Linux 6.1 and 6.12, arm64");
    }
  }
}
