package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the declarations of a file and keeps what tells of drivers. */
final class DeclarationReader {
  private final TokenStream tokens;
  private final FileFacts facts = new FileFacts();

  private DeclarationReader(TokenStream tokens) {
    this.tokens = tokens;
  }

  static FileFacts read(Lexer lexer, Macros macros) {
    DeclarationReader reader = new DeclarationReader(new TokenStream(lexer, new Expansion(macros)));
    reader.run();
    lexer.includes().stream()
        .filter(include -> include.endsWith(".c\""))
        .map(include -> include.substring(1, include.length() - 1))
        .forEach(reader.facts.included::add);
    return reader.facts;
  }

  private void run() {
    Head head = new Head();
    while (true) {
      Token token = head.isEmpty() ? first() : tokens.expanded(head.alias());
      if (token.kind() == Token.Kind.END) {
        Statements.read(head, facts);
        return;
      }
      if (head.inside()) {
        head.add(token);
      } else if (token.is(';') || token.is('}')) {
        Statements.read(head, facts);
        head = new Head();
      } else if (token.is('=')) {
        variable(head);
        skipTo(';');
        head = new Head();
      } else if (token.is('{')) {
        head = braces(head);
      } else {
        head.add(token);
      }
    }
  }

  /** A declaration that starts with a call is a macro's, maybe of a header beside the file. */
  private Token first() {
    Token token = tokens.raw();
    boolean call = token.isWord() && tokens.peek().is('(');
    tokens.push(token);
    return tokens.expanded(call);
  }

  private Head braces(Head head) {
    if (head.tokens().stream().anyMatch(t -> t.is('('))) {
      Statements.read(head, facts);
      new BodyReader(tokens, facts, head).run();
      return new Head();
    }
    skipTo('}');
    return head;
  }

  /** Behind the mark at the level of here, or before the bracket that closes it. */
  private void skipTo(char end) {
    int depth = 0;
    while (true) {
      Token token = tokens.raw();
      if (token.kind() == Token.Kind.END || (depth == 0 && token.is(end))) {
        return;
      }
      depth += token.is('{') ? 1 : token.is('}') ? -1 : 0;
      if (depth < 0) {
        return;
      }
    }
  }

  private void variable(Head head) {
    String type = head.type();
    String section = head.section();
    if (type.endsWith("_device_id") || type.equals("amba_id") || section.contains("_table")) {
      table(head, type, section, Initializer.read(tokens));
    } else if (type.endsWith("_driver") || type.endsWith("driver_type")) {
      driver(head, type, Initializer.read(tokens));
    } else if (type.equals("bus_type")) {
      Initializer value = Initializer.read(tokens);
      text(value, "name").ifPresent(name -> facts.buses.put(head.variable(), name));
    }
  }

  private static Optional<String> text(Initializer value, String field) {
    return Optional.ofNullable(value.fields().get(field)).flatMap(Initializer::text);
  }

  private void table(Head head, String type, String section, Initializer value) {
    List<Map<String, String>> entries = new ArrayList<>();
    List<Initializer> parts = head.array() ? value.entries() : List.of(value);
    for (Initializer part : parts) {
      Map<String, String> entry = Ids.entry(type, part);
      if (!entry.isEmpty()) {
        entries.add(entry);
      }
    }
    if (section.contains("_table")) {
      entries.stream()
          .map(entry -> entry.getOrDefault("compatible", ""))
          .filter(compatible -> !compatible.isEmpty())
          .forEach(c -> facts.declarations.add(new FileFacts.Declared(section, c)));
    } else {
      facts.tables.put(head.variable(), new FileFacts.Table(type, List.copyOf(entries)));
    }
  }

  private void driver(Head head, String type, Initializer value) {
    if (head.pointer()) {
      List<String> names = new ArrayList<>();
      value.fields().values().forEach(f -> Initializer.name(f).ifPresent(names::add));
      facts.arrays.put(head.variable(), names);
    } else if (head.array()) {
      int number = 0;
      List<String> names = new ArrayList<>();
      for (Initializer entry : value.entries()) {
        String name = head.variable() + "[" + number++ + "]";
        names.add(name);
        facts.drivers.put(name, driver(type, entry));
      }
      facts.arrays.put(head.variable(), names);
    } else {
      facts.drivers.put(head.variable(), driver(type, value));
    }
  }

  private static FileFacts.DriverVariable driver(String type, Initializer value) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> pointers = new HashMap<>();
    boolean[] asynchronous = {false};
    value
        .fields()
        .forEach((path, field) -> {
          Initializer.text(field).ifPresent(text -> texts.put(path, text));
          Initializer.name(field).ifPresent(name -> pointers.put(path, name));
          asynchronous[0] |=
              field.tokens().stream().anyMatch(t -> t.isWord("PROBE_PREFER_ASYNCHRONOUS"));
        });
    return new FileFacts.DriverVariable(type, texts, pointers, asynchronous[0]);
  }
}
