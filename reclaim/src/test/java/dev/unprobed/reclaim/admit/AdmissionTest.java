package dev.unprobed.reclaim.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small unit for each verdict. */
final class AdmissionTest {
  private static final String UNIT = "drivers/x/x";

  @TempDir private Path folder;

  private Verdict of(String source) throws IOException {
    return SmallTree.at(folder).unit(UNIT, source).verdict(UNIT);
  }

  private void assertRefused(Reason reason, String proof, String source) throws IOException {
    assertThat(of(source))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.proof()).contains(proof);
              assertThat(refused.bytes()).isPositive();
            });
  }

  private Candidate candidate(String source) throws IOException {
    Verdict verdict = of(source);
    assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
    return ((Verdict.Admitted) verdict).candidate();
  }

  @Test
  void admitsDriverThatUnregisters() throws IOException {
    Candidate candidate = candidate("WHOLE(x, \"v,x\")");
    assertThat(candidate.exits()).isEqualTo(1);
    assertThat(candidate.inits()).hasSize(1);
    assertThat(candidate.inits().getFirst().function()).isEqualTo("x_init");
    assertThat(candidate.inits().getFirst().level()).isEqualTo(6);
    assertThat(candidate.pieces())
        .extracting(Piece::name)
        .contains(".text", ".exit.text", ".data", ".rodata")
        .doesNotContain(".init.text");
  }

  @Test
  void refusesSectionsOfTheKernel() throws IOException {
    assertRefused(
        Reason.REACHED_BY_TABLE,
        ".pci_fixup_final+0x0 -> x",
        "WHOLE(x, \"v,x\") static void *t IN(\".pci_fixup_final\") = &x;");
    assertRefused(
        Reason.REACHED_BY_TABLE, ".nobody_knows", "WHOLE(x, \"v,x\") int t IN(\".nobody_knows\");");
    assertRefused(
        Reason.ESSENTIAL,
        "__governor_thermal_table",
        "WHOLE(x, \"v,x\") static void *t IN(\"__governor_thermal_table\") = &x;");
    assertRefused(
        Reason.UNMOVABLE_SECTION,
        ".irqentry.text",
        "WHOLE(x, \"v,x\") void t(void) IN(\".irqentry.text\"); void t(void) {}");
  }

  @Test
  void refusesWhatHasNoDriver() throws IOException {
    assertRefused(Reason.NO_DRIVER, "", "int number = 1; int x(void) { return number; }");
  }

  @Test
  void keepsWhatOneThatStaysUses() throws IOException {
    Verdict verdict =
        SmallTree.at(folder)
            .unit(UNIT, "WHOLE(x, \"v,x\") int x_help(void) { return 1; }")
            .unit("lib/core", "extern int x_help(void); int core(void) { return x_help(); }")
            .verdict(UNIT);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            r -> {
              assertThat(r.reason()).isEqualTo(Reason.USED_BY_CORE);
              assertThat(r.proof()).contains("lib/core.o .text+0x").endsWith("-> x_help");
            });
  }

  @Test
  void namesUsersThatLeaveFirst() throws IOException {
    Verdict verdict =
        SmallTree.at(folder)
            .unit(UNIT, "WHOLE(x, \"v,x\") int x_help(void) { return 1; }")
            .unit(
                "drivers/y",
                "extern int x_help(void); int y(void) { return x_help(); }" + "WHOLE(z, \"v,z\")")
            .verdict(UNIT);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Admitted.class,
            a -> assertThat(a.candidate().users()).isEqualTo(Set.of("drivers/y")));
  }

  private static final String DRIVER = "DRIVER(x, \"v,x\")";

  private static final String EXIT =
      "static void __exit x_exit(void) { platform_driver_unregister(&x); %s } EXITCALL(x_exit)";

  private static String init(String more) {
    return DRIVER
        + "static struct bus_type b = { \"b\" }; extern int condition;"
        + "static int __init x_init(void) { %s return __platform_driver_register(&x, 0); }"
            .formatted(more)
        + "INITCALL(x_init)";
  }

  @Test
  void admitsWhatOnlyRegistersDriversAndHasNoExit() throws IOException {
    Candidate candidate = candidate(DRIVER + "REGISTER(x)");
    assertThat(candidate.exits()).isZero();
    assertThat(candidate(init("_printk(\"here\");")).exits()).isZero();
  }

  @Test
  void refusesInitThatIsNotUndone() throws IOException {
    assertRefused(
        Reason.NOT_UNDONE,
        "x_init() calls bus_register(), and there is no exit",
        init("if (bus_register(&b)) return -12;"));
    assertRefused(
        Reason.NOT_UNDONE,
        "x_init() calls bus_register(), and the exit does not undo that",
        init("if (bus_register(&b)) return -12;") + EXIT.formatted(""));
    assertRefused(
        Reason.NOT_UNDONE,
        "calls through a pointer",
        "extern int (*other)(void);" + init("if (other()) return -12;") + EXIT.formatted(""));
  }

  @Test
  void admitsExitThatUndoesInit() throws IOException {
    assertThat(
            candidate(
                    init("if (bus_register(&b)) return -12;")
                        + EXIT.formatted("bus_unregister(&b);"))
                .exits())
        .isEqualTo(1);
  }

  @Test
  void refusesExitThatUndoesWhatInitDidNot() throws IOException {
    assertRefused(
        Reason.EXIT_WITHOUT_INIT,
        "x_exit() calls bus_unregister(), and init does not do that",
        init("") + EXIT.formatted("bus_unregister(&b);"));
    assertRefused(
        Reason.EXIT_WITHOUT_INIT,
        "x_exit() calls bus_unregister(), and init may succeed without doing that",
        init("if (condition) bus_register(&b);") + EXIT.formatted("bus_unregister(&b);"));
  }

  @Test
  void refusesWhatWorksWithoutBeingBound() throws IOException {
    assertRefused(
        Reason.ESSENTIAL,
        "x_init() calls misc_register()",
        init("if (misc_register(&b)) return -12;") + EXIT.formatted("misc_deregister(&b);"));
    assertRefused(
        Reason.ESSENTIAL,
        "x_init() calls thing_register()",
        init("if (thing_register(\"x\")) return -12;")
            + EXIT.formatted("thing_unregister(\"x\");"));
  }

  @Test
  void keepsWhatAModuleWants() throws IOException {
    SmallTree tree =
        SmallTree.at(folder)
            .unit(UNIT, "WHOLE(x, \"v,x\") int x_help(void) { return 1; }")
            .module(
                "drivers/m", "extern int x_help(void); int init_module(void) { return x_help(); }");
    assertThat(tree.verdict(UNIT))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            r -> {
              assertThat(r.reason()).isEqualTo(Reason.WANTED_BY_MODULE);
              assertThat(r.proof()).isEqualTo("m.ko -> x_help");
            });
  }

  @Test
  void keepsWhatTheLinkerScriptNames() throws IOException {
    SmallTree tree =
        SmallTree.at(folder)
            .unit(UNIT, "WHOLE(x, \"v,x\") int x_data;")
            .file("arch/arm64/kernel/vmlinux.lds", "__alias_x = x_data;\n");
    assertThat(tree.verdict(UNIT))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.USED_BY_CORE));
  }

  @Test
  void letsLibrariesLeaveAfterDriversEvenInACircle() throws IOException {
    List<Verdict> verdicts =
        SmallTree.at(folder)
            .unit("lib/a", "extern int b(void); int a(void) { return b(); }")
            .unit("lib/b", "extern int d(void); int b(void) { return d(); }")
            .unit(
                UNIT,
                "extern int a(void); int d(void) { return 1; } int e(void) { return a(); }"
                    + "WHOLE(x, \"v,x\")")
            .unit("drivers/y", "extern int a(void); int y(void) { return a(); } WHOLE(z, \"v,z\")")
            .verdicts();
    Map<String, Set<String>> users = new TreeMap<>();
    verdicts.stream()
        .filter(Verdict.Admitted.class::isInstance)
        .forEach(v -> users.put(v.unit().path(), ((Verdict.Admitted) v).candidate().users()));
    assertThat(users)
        .containsEntry("lib/a", Set.of(UNIT, "drivers/y"))
        .containsEntry("lib/b", Set.of(UNIT, "drivers/y"))
        .containsEntry(UNIT, Set.of("drivers/y"))
        .containsEntry("drivers/y", Set.of());
  }

  @Test
  void additionsLeaveAfterTheOtherUsers() throws IOException {
    List<Verdict> verdicts =
        SmallTree.at(folder)
            .unit(
                "drivers/bus",
                "int thing_add(void *t) { return *(int *)t; } void thing_del(void *t) { *(int *)t = 0; }")
            .unit(
                UNIT,
                "extern int thing_add(void *); int e(void) { return thing_add(0); }"
                    + "WHOLE(x, \"v,x\")")
            .unit(
                "drivers/add",
                """
                extern int thing_add(void *); extern void thing_del(void *); static int t;
                static int __init t_init(void) { return thing_add(&t); }
                static void __exit t_exit(void) { thing_del(&t); }
                INITCALL(t_init) EXITCALL(t_exit)
                """)
            .verdicts();
    assertThat(verdicts)
        .filteredOn(v -> v.unit().path().equals("drivers/add"))
        .singleElement()
        .isInstanceOfSatisfying(
            Verdict.Admitted.class, a -> assertThat(a.candidate().users()).isEqualTo(Set.of(UNIT)));
  }

  @Test
  void keepsTheStrongOneOfTwoDefinitions() throws IOException {
    Verdict verdict =
        SmallTree.at(folder)
            .unit(UNIT, "WHOLE(x, \"v,x\") int arch_x(void) { return 1; }")
            .unit(
                "lib/core",
                "__attribute__((weak)) int arch_x(void); int arch_x(void) { return 0; }"
                    + "int core(void) { return arch_x(); }")
            .verdict(UNIT);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.USED_BY_CORE));
  }

  @Test
  void followsWhatInitDoesForEachDevice() throws IOException {
    String bus =
        """
        extern int bus_for_each_dev(struct bus_type *, void *, void *, int (*)(void *, void *));
        extern struct bus_type platform_bus_type;
        static __attribute__((noinline)) int each(void *a, void *b) { return bus_register(a); }
        """;
    assertRefused(
        Reason.NOT_UNDONE,
        "each() calls bus_register(), and the exit does not undo that",
        bus + init("bus_for_each_dev(&platform_bus_type, 0, 0, each);") + EXIT.formatted(""));
    assertThat(
            candidate(
                bus
                    + init("if (bus_register(&b)) return -12; bus_for_each_dev(&b, 0, 0, each);")
                    + EXIT.formatted("bus_unregister(&b);")))
        .isNotNull();
  }

  @Test
  void countsWhatIsDoneAndUndone() throws IOException {
    assertRefused(
        Reason.NOT_UNDONE,
        "x_init() calls bus_register() at 2 places, and the exit undoes 1",
        "static struct bus_type c = { \"c\" };"
            + init("if (bus_register(&b)) return -12; if (bus_register(&c)) return -12;")
            + EXIT.formatted("bus_unregister(&b);"));
  }
}
