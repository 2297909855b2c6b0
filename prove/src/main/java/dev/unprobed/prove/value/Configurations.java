package dev.unprobed.prove.value;

import dev.unprobed.kconfig.source.ByteText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Whole {@code .config} files, of which a kernel's has half a megabyte, in little memory. */
public final class Configurations {
  private final List<byte[]> packed = new ArrayList<>();

  /** Keeps a byte string. */
  void add(String config) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(ByteText.bytes(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    packed.add(bytes.toByteArray());
  }

  /** How many there are. */
  public int count() {
    return packed.size();
  }

  /** Gives each as it was. */
  public void forEach(Consumer<String> action) {
    for (byte[] bytes : packed) {
      try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
        action.accept(ByteText.of(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
