package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code unprobed reclaim report}: what several runs showed, in tables. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Put what several runs showed into tables, in Markdown.",
      "",
      "  unprobed reclaim run --kernel BUILD --board virt --check all --json > virt.json",
      "  unprobed reclaim report virt.json raspi3b.json",
      "",
      "Exit status 0: all is as it should be, 1: a figure differs or a check fails, 2: the input is"
          + " wrong.",
      ""
    })
final class ReportCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What reclaim run --json wrote.")
  List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    List<JsonNode> boards = new ArrayList<>();
    for (Path file : files) {
      read(file).get("boards").forEach(boards::add);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(ReportTables.of(boards));
    out.flush();
    boolean isGood = boards.stream().allMatch(board -> board.path("differences").isEmpty());
    return (isGood ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }

  private static JsonNode read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedInput(file.toString(), -1, "no-file", "there is no such file", null);
    }
    try {
      JsonNode node = MAPPER.readTree(Files.readString(file));
      if (node.path("format").asString("").equals(RunJson.FORMAT)
          && node.path("boards").isArray()) {
        return node;
      }
    } catch (JacksonException _) {
      // Said below.
    }
    throw new MalformedInput(
        file.toString(), -1, "reclaim-run", "not what reclaim run --json writes", null);
  }
}
