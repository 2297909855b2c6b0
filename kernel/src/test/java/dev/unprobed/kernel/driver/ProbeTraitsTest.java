package dev.unprobed.kernel.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.Demand;
import dev.unprobed.kernel.unit.Demand.Kind;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read from the code of probes: what they fail without, and what they go through. */
class ProbeTraitsTest {
  private static final String ASKS =
      """
      #define BAD(p) ((ulong)(p) >= (ulong)-4095)
      extern void *devm_gpiod_get_optional(void *, const char *, int);
      extern void *devm_fwnode_gpiod_get_index(void *, void *, const char *, int, int, void *);
      extern void *devm_regulator_get(void *, const char *), *devm_clk_get(void *, const char *);
      extern int platform_get_irq(void *, unsigned), dev_err_probe(void *, int, const char *);
      extern void *next(void *, void *); extern void use(void *), put(void *);
      extern int dt_init_idle_driver(void *, const void *, unsigned);
      static int insists(void *d) {
        void *gpio = devm_gpiod_get_optional(d, "reset", 0), *vcc;
        if (BAD(gpio)) return dev_err_probe(d, (int)(long)gpio, "no reset");
        vcc = devm_regulator_get(d, "vcc");
        if (BAD(vcc)) { put(gpio); return (int)(long)vcc; }
        use(gpio); use(vcc); return 0;
      }
      static int shrugs(void *d) {
        void *gpio = devm_gpiod_get_optional(d, "led", 0), *clk = devm_clk_get(d, 0);
        if (!BAD(gpio)) use(gpio);
        if (BAD(clk) && (long)clk != -517) return (int)(long)clk;
        use(clk); return 0;
      }
      API static int key(void *d, void *part) {
        void *gpio = devm_fwnode_gpiod_get_index(d, part, 0, 0, 1, 0);
        if (BAD(gpio)) return (int)(long)gpio;
        use(gpio); return 0;
      }
      static int keys(void *d) {
        int irq = platform_get_irq(d, 1);
        if (irq < 0) return irq;
        for (void *part = next(d, 0); part; part = next(d, part)) {
          int error = key(d, part);
          if (error) { put(part); return error; }
        }
        return 0;
      }
      API static int start(void *d) {
        int states = dt_init_idle_driver(d, 0, 1);
        if (states <= 0) return states ? states : -19;
        use(d); return 0;
      }
      static int idles(void *d) {
        for (void *part = next(d, 0); part; part = next(d, part)) {
          int error = start(part);
          if (error) { put(part); return error; }
        }
        return 0;
      }
      static int rests(void *d) { return dt_init_idle_driver(d, 0, 0) < 0 ? -22 : 0; }
      static struct platform_driver a = { .probe = insists, .driver = { "insists" } },
        b = { .probe = shrugs, .driver = { "shrugs" } }, c = { .probe = keys, .driver = { "keys" } },
        e = { .probe = idles, .driver = { "idles" } }, f = { .probe = rests, .driver = { "rests" } };
      static struct platform_driver *const row[] = { &a, &b, &c, &e, &f };
      INIT row_init(void) { return __platform_register_drivers(row, 5, 0); }
      CALL(6, row_init);
      """;

  private static final String WALKS =
      """
      extern void *of_get_child_by_name(void *, const char *), *of_get_next_child(void *, void *);
      extern void *of_find_compatible_node(void *, const char *, const char *);
      extern int of_property_read_u32(void *, const char *, int *), is_mine(void *);
      static int domains(void *d) {
        void *holder = of_get_child_by_name(d, "domains");
        for (void *n = of_get_next_child(holder, 0); n; n = of_get_next_child(holder, n)) {
          int number = 0;
          if (of_property_read_u32(n, "reg", &number)) continue;
          void *made = platform_device_alloc("domain", number);
          if (!made) return -12;
          platform_device_add(made);
        }
        return 0;
      }
      static int bridge(void *d) {
        for (void *n = of_find_compatible_node(0, 0, "maker,bus"); n;
             n = of_find_compatible_node(n, 0, "maker,bus"))
          if (is_mine(n)) of_platform_populate(n);
        return 0;
      }
      static struct platform_driver a = { .probe = domains, .driver = { "power" } },
        b = { .probe = bridge, .driver = { "bridge" } };
      static struct platform_driver *const row[] = { &a, &b };
      INIT row_init(void) { return __platform_register_drivers(row, 2, 0); }
      CALL(6, row_init);
      """;

  private static final String LOOKS_OUT =
      """
      struct class { const char *name; };
      struct class_interface { void *next, *prev; struct class *class; int (*add)(void *, void *); };
      extern struct class *__class_create(void *, const char *, void *);
      extern int class_interface_register(struct class_interface *), ready(void);
      struct class *clock_class;
      static int add(void *device, void *interface) {
        return simple_device("alarm") ? 0 : -12;
      }
      static struct class_interface interface = { .add = add };
      INIT classes_init(void) {
        clock_class = __class_create(0, "clock", 0);
        return ready();
      }
      INIT look_init(void) {
        interface.class = clock_class;
        return class_interface_register(&interface);
      }
      CALL(4, classes_init); CALL(6, look_init);
      """;

  private static final String NAMELESS =
      """
      struct part { const char *name; ulong number; };
      int first = 7;
      struct part parts[] = { { "left-part", 1 }, { "right-part", 2 } };
      extern int which(void *, int *);
      static int probe(void *d) {
        void *made = platform_device_alloc(parts[which(d, &first)].name, 0);
        return made ? platform_device_add(made) : -12;
      }
      static struct platform_driver maker = { .probe = probe, .driver = { "maker" } };
      INIT maker_init(void) { return __platform_driver_register(&maker, 0); }
      CALL(6, maker_init);
      """;

  @TempDir Path folder = Path.of("");

  private Findings analyse(Architecture architecture, String source) {
    return ProgramAnalysis.analyse(
        SmallKernel.compile(architecture, folder, SmallKernel.CORE, source));
  }

  private static Map<String, Driver> byName(Findings found) {
    return found.drivers().stream()
        .map(Findings.FoundDriver::driver)
        .collect(Collectors.toMap(Driver::name, driver -> driver));
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void aProbeInsistsOnWhatItFailsWithout(Architecture architecture) {
    var demands =
        byName(analyse(architecture, ASKS)).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().demands()));
    assertThat(demands)
        .containsOnly(
            Map.entry(
                "insists",
                Set.of(
                    new Demand(Kind.GPIO, "reset", false),
                    new Demand(Kind.REGULATOR, "vcc", false))),
            Map.entry("shrugs", Set.of()),
            Map.entry("idles", Set.of(new Demand(Kind.IDLE_STATES, "", false))),
            Map.entry("rests", Set.of()),
            Map.entry(
                "keys",
                Set.of(new Demand(Kind.GPIO, "", true), new Demand(Kind.INTERRUPT, "1", false))));
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void aDeviceForEachChildIsToldWithTheNode(Architecture architecture) {
    var found = analyse(architecture, WALKS);
    assertThat(found.devices().stream().map(Findings.FoundDevice::device))
        .containsExactly(
            new MadeDevice(
                "platform",
                "domain",
                "",
                MadeDevice.When.PROBE,
                "platform/power",
                "domains",
                true));
    var drivers = byName(found);
    assertThat(drivers.values().stream().map(Driver::populates))
        .containsExactlyInAnyOrder(Set.of(), Set.of("maker,bus"));
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void aNameThatCannotBeReadIsOneOfTheTextsThatItsMakerHas(Architecture architecture) {
    var found = analyse(architecture, NAMELESS);
    assertThat(found.devices()).isEmpty();
    var maker =
        found.makers().stream()
            .filter(one -> one.when() == MadeDevice.When.PROBE)
            .findFirst()
            .orElseThrow();
    assertThat(maker.bus()).isEqualTo("platform");
    assertThat(maker.driver()).isEqualTo("platform/maker");
    assertThat(maker.texts()).contains("left-part", "right-part");
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void whoLooksOutForAClassMakesItsDeviceThen(Architecture architecture) {
    var found = analyse(architecture, LOOKS_OUT);
    assertThat(found.devices().stream().map(Findings.FoundDevice::device))
        .containsExactly(
            new MadeDevice("platform", "alarm", "", MadeDevice.When.PROBE, "class/clock"));
  }
}
