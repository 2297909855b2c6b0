package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.code.Addresses;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.code.Interpreter;
import dev.unprobed.kernel.program.Program;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a name that cannot be read may be. In a module it is one of all its texts. An image does not
 * tell whose a text is; there, those count that some functions come to through pointers in their
 * code and in the data behind that.
 */
final class Suspects {
  /** Pointers from code to a name: to a table, from there to an entry, from there to the text. */
  private static final int DEEPEST = 2;

  /** In bytes: what is looked at of one thing in data that has a name of its own. */
  private static final int LARGEST = 4096;

  /** The same of one without, which has no end. */
  private static final int NAMELESS = 1024;

  private static final int MOST = 20_000;

  private final Program program;
  private final Texts texts;
  private final Functions functions;
  private final Interpreter interpreter;
  private final int pointer;

  Suspects(
      Program program, Texts texts, Functions functions, Interpreter interpreter, Layout layout) {
    this.program = program;
    this.texts = texts;
    this.functions = functions;
    this.interpreter = interpreter;
    this.pointer = layout.pointer();
  }

  /** Every text of a program whose sections are known. */
  Set<String> all() {
    var found = new TreeSet<String>();
    for (var section : program.sections()) {
      if (!program.isCode(section.start())) {
        program
            .at(section.start())
            .ifPresent(bytes -> {
              all(bytes.slice(0, Math.min(bytes.size(), section.size())), found);
            });
      }
    }
    return found;
  }

  private static void all(Bytes bytes, Set<String> into) {
    long size = bytes.size();
    for (long at = 0; at < size; at++) {
      var text =
          bytes.u8(at) < ' ' ? java.util.Optional.<String>empty() : Texts.first(bytes.from(at));
      text.ifPresent(into::add);
      while (at < size && bytes.u8(at) >= ' ') {
        at++;
      }
    }
  }

  private record Place(long address, int depth) {}

  /**
   * @param some addresses of functions
   * @param tables addresses of tables whose entries they are given
   */
  Set<String> near(Collection<Long> some, Collection<Long> tables) {
    var found = new TreeSet<String>();
    var seen = new HashSet<Long>();
    var queue = new ArrayDeque<Place>();
    for (long function : some) {
      int index = functions.at(function);
      if (index >= 0) {
        Addresses.touched(interpreter, index).stream()
            .filter(this::isWhole)
            .forEach(at -> queue.add(new Place(at, 0)));
      }
    }
    tables.forEach(at -> queue.add(new Place(at, 0)));
    while (!queue.isEmpty() && seen.size() < MOST) {
      var place = queue.remove();
      if (place.address != 0 && seen.add(place.address) && functions.at(place.address) < 0) {
        var text = texts.at(place.address);
        text.ifPresent(found::add);
        if (text.isEmpty() && place.depth < DEEPEST) {
          follow(place, queue, found);
        }
      }
    }
    return found;
  }

  /** Half an address, such as the page that ADRP gives, is no place. */
  private boolean isWhole(long address) {
    return (address & 0xfff) != 0 || !program.symbolsAt(address).isEmpty();
  }

  /** All pointers, and texts that stand right there, up to the next thing that has a name. */
  private void follow(Place place, ArrayDeque<Place> queue, Set<String> found) {
    // Compilers reach several things of an object from the address of one.
    boolean anchor = place.depth == 0;
    int most = program.symbolsAt(place.address).isEmpty() ? NAMELESS : LARGEST;
    long size = Math.min(most, program.at(place.address).map(Bytes::size).orElse(0L));
    for (long i = 0; i + pointer <= size; i += pointer) {
      long at = place.address + i;
      if (i > 0 && !anchor && !program.symbolsAt(at).isEmpty()) {
        return;
      }
      texts.at(at).ifPresent(found::add);
      long target = program.pointer(at);
      if (program.at(target).isPresent()) {
        queue.add(new Place(target, place.depth + 1));
      }
    }
  }
}
