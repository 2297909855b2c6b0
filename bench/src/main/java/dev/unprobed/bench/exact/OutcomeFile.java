package dev.unprobed.bench.exact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.unprobed.bench.tree.Answer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An outcome in a compressed file. */
final class OutcomeFile {

  private OutcomeFile() {}

  /** Writes beside the file, then renames, so that two that write the same do no harm. */
  static void write(Path file, Outcome outcome) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path beside = Files.createTempFile(folder, "outcome-", ".part");
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(beside))))) {
      out.writeInt(outcome.answer().exit());
      write(out, outcome.answer().stdout());
      write(out, outcome.answer().stderr());
      write(out, outcome.listing());
      out.writeInt(outcome.files().size());
      for (Map.Entry<String, String> entry : outcome.files().entrySet()) {
        write(out, entry.getKey());
        write(out, entry.getValue());
      }
    }
    Files.move(beside, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  static Outcome read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
      Answer answer = new Answer(in.readInt(), read(in), read(in));
      String listing = read(in);
      SortedMap<String, String> files = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        files.put(read(in), read(in));
      }
      return new Outcome(answer, listing, files);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), ISO_8859_1);
  }
}
