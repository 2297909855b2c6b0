package dev.unprobed.kernel.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Provision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiled code of which it is known what it registers. */
class ProgramAnalysisTest {
  private static final String DRIVERS =
      """
      static const struct of_device_id ids[] = {
        { .compatible = "maker,one" }, { .compatible = "maker,two", .type = "cpu" }, {} };
      static const struct named_id names[] = { { "first" }, { "exactly-twenty-chars" }, {} };
      static const struct pci_id pci_ids[] = { { 0x1234, 0xffffffff, 0xffffffff, 0xffffffff }, {} };
      static int probe(void *d) { return of_platform_populate(d); }
      static struct platform_driver
        plain = { .probe = probe, .driver = { "plain", .of = ids, .probe_type = 1 } },
        named = { .driver = { "named" }, .ids = names }, maybe = { .driver = { "maybe" } },
        later = { .driver = { "later" } }, once = { .driver = { "once" } },
        a = { .driver = { "a" } }, b = { .driver = { "b" } }, c = { .driver = { "c" } };
      static struct platform_driver *const row[] = { &a, &b, &c };
      static struct pci_driver card = { .name = "card", .ids = pci_ids };
      INIT plain_init(void) { return __platform_driver_register(&plain, 0); }
      INIT named_init(void) {
        int error = prepare();
        if (error) return error;
        return __platform_driver_register(&named, 0);
      }
      INIT maybe_init(void) {
        if (!machine_is("maker,board")) return 0;
        return __platform_driver_register(&maybe, 0);
      }
      INIT later_init(void) {
        if (!machine_is("maker,board")) return -19;
        return __platform_driver_register(&later, 0);
      }
      INIT once_init(void) { return __platform_driver_probe(&once, probe, 0); }
      INIT row_init(void) { return __platform_register_drivers(row, 3, 0); }
      INIT card_init(void) { return __pci_register_driver(&card, 0, "card"); }
      CALL(1, plain_init); CALL(6, named_init); CALL(6, maybe_init); CALL(6, later_init);
      CALL(6, once_init); CALL(6, row_init); CALL(7, card_init);
      """;

  private static final String DEVICES =
      """
      static const struct mfd_cell cells[] = {
        { .name = "cell-one", .compatible = "maker,cell" }, { .name = "cell-two" },
        { .name = "cell-three" } };
      static int probe(void *d) { return mfd_add_devices(d, 0, cells, 3, 0, 0, 0); }
      static struct platform_driver parent = { .probe = probe, .driver = { "parent" } };
      INIT parent_init(void) { return __platform_driver_register(&parent, 0); }
      INIT stack_init(void) {
        struct platform_device_info info = { .name = "on-stack", .id = 3 };
        return platform_device_register_full(&info) ? 0 : -12;
      }
      INIT helper_init(void) { return simple_device("by-helper") ? 0 : -12; }
      INIT board_init(void) {
        if (machine_is("maker,board")) simple_device("board-only");
        return 0;
      }
      INIT choice_init(void) {
        const char *name = "usual";
        if (machine_is("maker,board")) name = "special";
        return simple_device(name) ? 0 : -12;
      }
      static const char *const names[] = { "each-one", "each-two", "each-three" };
      INIT each_init(void) {
        for (int i = 0; i < 3; i++) simple_device(names[i]);
        return 0;
      }
      CALL(6, parent_init); CALL(4, stack_init); CALL(4, helper_init); CALL(4, board_init);
      CALL(4, choice_init); CALL(4, each_init);
      """;

  /** Ways of saying that something went wrong, and of saying that there is nothing to do. */
  private static final String WAYS =
      """
      static struct platform_driver
        quiet = { .driver = { "quiet" } }, looped = { .driver = { "looped" } },
        off = { .driver = { "off" } }, on = { .driver = { "on" } };
      static struct node { struct node *next; } nodes = { &nodes };
      _Bool disabled, enabled;
      API static int is_disabled(void) { return disabled; }
      API static void quiet_setup(void) {
        void *device = platform_device_alloc("quiet", 0);
        if (!device) { machine_is("error"); return; }
        if (platform_device_add(device)) { machine_is("error"); return; }
        __platform_driver_register(&quiet, 0);
      }
      INIT quiet_init(void) { quiet_setup(); return 0; }
      INIT looped_init(void) {
        int error = prepare();
        if (error < 0) return error;
        error = __platform_driver_register(&looped, 0);
        if (error < 0) { machine_is("error"); return error; }
        for (struct node *n = nodes.next; n != &nodes; n = n->next)
          if (of_platform_populate(n)) machine_is("error");
        return 0;
      }
      INIT off_init(void) {
        if (is_disabled()) return -19;
        return __platform_driver_register(&off, 0);
      }
      INIT on_init(void) {
        if (!enabled) return -19;
        return __platform_driver_register(&on, 0);
      }
      CALL(6, quiet_init); CALL(6, looped_init); CALL(6, off_init); CALL(6, on_init);
      """;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void registrations(Architecture architecture) {
    var found =
        ProgramAnalysis.analyse(
            SmallKernel.compile(architecture, folder, SmallKernel.CORE, DRIVERS));
    assertThat(found.drivers().stream().map(d -> line(d.driver())))
        .containsExactly(
            "platform/plain ALWAYS 1",
            "platform/named ALWAYS 6",
            "platform/maybe PERHAPS 6",
            "platform/later PERHAPS 6",
            "platform/once ONCE 6",
            "platform/a ALWAYS 6",
            "platform/b ALWAYS 6",
            "platform/c ALWAYS 6",
            "pci/card ALWAYS 7");
    assertThat(found.remarks()).isEmpty();
  }

  private static String line(Driver d) {
    return "%s/%s %s %d".formatted(d.bus(), d.name(), d.registration(), d.level());
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void tables(Architecture architecture) {
    var drivers =
        ProgramAnalysis.analyse(
                SmallKernel.compile(architecture, folder, SmallKernel.CORE, DRIVERS))
            .drivers();
    var plain = drivers.getFirst().driver();
    assertThat(plain.compatibles())
        .containsExactly(
            new DeviceId.Compatible("", "", "maker,one"),
            new DeviceId.Compatible("", "cpu", "maker,two"));
    assertThat(plain.asynchronous()).isTrue();
    assertThat(plain.hasIds()).isFalse();
    assertThat(plain.provisions()).containsExactly(Provision.PLATFORM_CHILDREN);
    var named = drivers.get(1).driver();
    assertThat(named.ids())
        .containsExactly(new DeviceId.Name("first"), new DeviceId.Name("exactly-twenty-chars"));
    assertThat(named.hasIds()).isTrue();
    assertThat(drivers.getLast().driver().ids())
        .containsExactly(new DeviceId.Alias("pci:v00001234d*sv*sd*bc*sc*i*"));
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void devices(Architecture architecture) {
    var found =
        ProgramAnalysis.analyse(
            SmallKernel.compile(architecture, folder, SmallKernel.CORE, DEVICES));
    assertThat(found.devices().stream().map(Findings.FoundDevice::device))
        .containsExactlyInAnyOrder(
            made("on-stack", "", MadeDevice.When.ALWAYS, ""),
            made("by-helper", "", MadeDevice.When.ALWAYS, ""),
            made("board-only", "", MadeDevice.When.INIT, ""),
            made("usual", "", MadeDevice.When.INIT, ""),
            made("special", "", MadeDevice.When.INIT, ""),
            made("each-one", "", MadeDevice.When.ALWAYS, ""),
            made("each-two", "", MadeDevice.When.ALWAYS, ""),
            made("each-three", "", MadeDevice.When.ALWAYS, ""),
            made("cell-one", "maker,cell", MadeDevice.When.PROBE, "platform/parent"),
            made("cell-two", "", MadeDevice.When.PROBE, "platform/parent"),
            made("cell-three", "", MadeDevice.When.PROBE, "platform/parent"));
  }

  private static MadeDevice made(
      String name, String compatible, MadeDevice.When when, String driver) {
    return new MadeDevice("platform", name, compatible, when, driver);
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void failuresAreNoConditions(Architecture architecture) {
    var found =
        ProgramAnalysis.analyse(SmallKernel.compile(architecture, folder, SmallKernel.CORE, WAYS));
    assertThat(found.drivers().stream().map(d -> line(d.driver())))
        .containsExactly(
            "platform/quiet ALWAYS 6",
            "platform/looped ALWAYS 6",
            "platform/off ALWAYS 6",
            "platform/on PERHAPS 6");
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void modules(Architecture architecture) {
    var core = ProgramAnalysis.analyse(SmallKernel.compile(architecture, folder, SmallKernel.CORE));
    var module =
        """
        static struct platform_driver mine = { .driver = { "mine" } };
        static struct platform_driver *const row[] = { &mine };
        int init_module(void) { return __platform_register_drivers(row, 1, 0); }
        """;
    var program = SmallKernel.compile(architecture, folder, SmallKernel.HEADER, module);
    var modules = List.of(new ModuleAnalysis.Module("mine", List.of(), () -> program));
    var found = ModuleAnalysis.analyse(modules, core.summaries());
    assertThat(
            found.values().stream().flatMap(f -> f.drivers().stream()).map(d -> line(d.driver())))
        .containsExactly("platform/mine ALWAYS 6");
  }
}
