package dev.unprobed.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may give unprobed reclaim report. */
class ReclaimReportTest {
  private static final String RUN = "{\"format\":\"unprobed-reclaim-run-1\",\"boards\":[%s]}";

  @TempDir Path folder;

  private void refused(String content, String message) throws Exception {
    Program program = new Program(folder).file("run.json", content);
    assertThat(program.run("reclaim", "report", "run.json").refused("reclaim-run").err())
        .startsWith("run.json: error[reclaim-run]: " + message);
  }

  @Test
  void noFile() throws Exception {
    new Program(folder).run("reclaim", "report", "no.json").refused("no-file");
    new Program(folder).run("reclaim", "report", ".").refused("no-file");
    new Program(folder).run("reclaim", "report").refused("arguments");
  }

  @Test
  void notJson() throws Exception {
    refused("no image, no device tree\n", "it is not JSON");
    refused("", "it is empty");
    refused("{\"format\": \"unprobed-reclaim-run-1\", \"boards\": [", "it is not JSON");
    refused("\u00ff\u00fe\u0000", "it is not JSON");
    refused("[".repeat(100_000), "it is not JSON");
  }

  @Test
  void jsonOfSomethingElse() throws Exception {
    String message = "it does not say that its format is unprobed-reclaim-run-1";
    refused("{\"format\": \"unprobed-reclaim-plan-1\", \"boards\": []}", message);
    refused("[1, 2]", message);
    refused("7", message);
    refused("{\"format\": 7}", message);
  }

  @Test
  void noBoards() throws Exception {
    refused("{\"format\": \"unprobed-reclaim-run-1\"}", "boards is missing");
    refused("{\"format\": \"unprobed-reclaim-run-1\", \"boards\": 7}", "boards is no list");
    refused(RUN.formatted(""), "it is of no board");
    refused(RUN.formatted("7"), "boards[0].board is missing");
  }

  @Test
  void fieldsThatAreMissingOrOtherwise() throws Exception {
    refused(RUN.formatted("{\"board\":\"virt\"}"), "boards[0].units is missing");
    refused(RUN.formatted("{\"board\":7}"), "boards[0].board is no text");
    refused(board("\"printed\":{\"left\":1}", "[]"), "boards[0].printed.stayed is missing");
    refused(board("\"printed\":7", "[]"), "boards[0].printed.left is missing");
    refused(board("\"predictedPages\":1.5", "[]"), "boards[0].predictedPages is no whole number");
    refused(board("\"predictedPages\":1e99", "[]"), "boards[0].predictedPages is no whole number");
    refused(board("\"x\":1", "[{}]"), "boards[0].units[0].state is missing");
    refused(
        board("\"x\":1", "[{\"state\":\"left\",\"reason\":\"-\",\"bytes\":\"7\"}]"),
        "boards[0].units[0].bytes is no whole number");
  }

  @Test
  void whatIsEnough() throws Exception {
    Program program = new Program(folder).file("run.json", board("\"x\":1", "[]"));
    assertThat(program.run("reclaim", "report", "run.json").accepted().out())
        .contains("| virt |  |  | not known | nothing | not known |  |");
  }

  private static String board(String field, String units) {
    return RUN.formatted(
        "{\"board\":\"virt\","
            + field
            + ",\"units\":"
            + units
            + ",\"checks\":[],\"differences\":[]}");
  }
}
