package dev.unprobed.prove.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DriverCodeTest {
  private static final String GOOD =
      """
      /* MODULE_LICENSE("in a comment") */
      static int foo_helper(int a)
      {
      	return a;
      }
      module_platform_driver(foo_driver);
      MODULE_LICENSE("GPL");
      """;

  private final Map<String, String> texts =
      new TreeMap<>(
          Map.of(
              "drivers/foo/Makefile", "obj-$(CONFIG_FOO)\t+= foo.o\n", "drivers/foo/foo.c", GOOD));

  @Test
  void nothingSpeaksAgainstAnOrdinaryDriver() {
    Assessment assessment = assess();
    assertThat(assessment.outcome()).isEqualTo(Assessment.Outcome.COULD_BE_MODULE);
    assertThat(assessment.modules()).containsExactly("drivers/foo/foo.o");
    assertThat(assessment.findings()).isEmpty();
  }

  @Test
  void allPartsOfAnObjectCount() {
    texts.put(
        "drivers/foo/Makefile",
        """
        obj-$(CONFIG_FOO) += foo.o # one
        foo-objs := core.o \\
        	more.o
        foo-$(CONFIG_FOO_EXTRA) += extra.o
        """);
    texts.put("drivers/foo/core.c", "MODULE_LICENSE(\"GPL\");\nmodule_init(core_init);\n");
    texts.put("drivers/foo/more.c", "\nsubsys_initcall(more_init);\n");
    texts.put("drivers/foo/extra.c", "\n\nIRQCHIP_DECLARE(extra, \"x,y\", extra_init);\n");
    assertThat(against())
        .contains(
            "drivers/foo/more.c:2: subsys_initcall() comes after another, and a module has one"
                + " init function\n")
        .contains("drivers/foo/extra.c:3: IRQCHIP_DECLARE works only built in\n")
        .doesNotContain("MODULE_LICENSE");
  }

  @Test
  void aModuleNeedsALicence() {
    texts.put("drivers/foo/foo.c", "// MODULE_LICENSE(\"GPL\");\nmodule_init(foo);\n");
    assertThat(against())
        .isEqualTo("drivers/foo/foo.c: no MODULE_LICENSE, without which no module is built\n");
  }

  @Test
  void someDriversSayThatTheyAreBuiltIn() {
    texts.put("drivers/foo/foo.c", "MODULE_LICENSE(\"GPL\");\nbuiltin_platform_driver(foo);\n");
    assertThat(against()).startsWith("drivers/foo/foo.c:2: builtin_platform_driver() says");
    texts.put("drivers/foo/foo.c", "MODULE_LICENSE(\"GPL\");\npure_initcall(foo);\n");
    assertThat(against())
        .isEqualTo("drivers/foo/foo.c:2: pure_initcall() is not there for modules\n");
  }

  @Test
  void anEarlyInitOnlyAsksForALook() {
    texts.put("drivers/foo/foo.c", "MODULE_LICENSE(\"GPL\");\narch_initcall(foo);\n");
    assertThat(assess().outcome()).isEqualTo(Assessment.Outcome.COULD_BE_MODULE);
    assertThat(assess().cautions())
        .extracting(Finding::toString)
        .containsExactly(
            "drivers/foo/foo.c:2: arch_initcall() only runs when a module is loaded",
            "drivers/foo/foo.c: no module_exit: once loaded it stays");
  }

  @Test
  void aPartOfSomethingElseHasNoCodeOfItsOwn() {
    texts.put("drivers/foo/Makefile", "obj-$(CONFIG_BAR) += bar.o\nbar-$(CONFIG_FOO) += foo.o\n");
    assertThat(assess().outcome()).isEqualTo(Assessment.Outcome.NO_CODE_OF_ITS_OWN);
    assertThat(against()).isEqualTo("drivers/foo/Makefile:2: only adds a part to bar.o\n");
    texts.put("drivers/foo/Makefile", "lib-$(CONFIG_FOO) += foo.o\nobj-y += x.o\n");
    assertThat(against()).isEqualTo("drivers/foo/Makefile:1: lib- knows y, and nothing else\n");
  }

  @Test
  void codeThatAsksForTheSymbolHasToKnowAboutModules() {
    texts.put(
        "include/linux/foo.h",
        """
        #ifdef CONFIG_FOO
        #endif /* CONFIG_FOO */
        #if defined(CONFIG_FOO_BAR) || \\
        	defined(CONFIG_FOO)
        #endif
        #if IS_REACHABLE(CONFIG_FOO)
        #endif
        #if IS_ENABLED(CONFIG_FOO)
        #endif
        #if defined(CONFIG_FOO) || defined(CONFIG_FOO_MODULE)
        #endif
        """);
    assertThat(against())
        .isEqualTo(
            """
            include/linux/foo.h:1: #if knows CONFIG_FOO=y, and not =m
            include/linux/foo.h:4: #if knows CONFIG_FOO=y, and not =m
            """);
    assertThat(assess().cautions()).extracting(Finding::line).containsExactly(8, 10);
    texts.remove("include/linux/foo.h");
    texts.put("arch/arm/Makefile", "ifeq ($(CONFIG_FOO),y)\nendif\n");
    assertThat(against())
        .isEqualTo("arch/arm/Makefile:1: what this does with m could not be followed\n");
  }

  @Test
  void aFolderOfBuiltInCodeCannotBeEnteredForModulesOnly() {
    texts.put("drivers/Makefile", "obj-$(CONFIG_FOO) += foo/\n");
    texts.put(
        "drivers/foo/Makefile",
        """
        obj-y += clk.o
        obj-$(CONFIG_A_BOOL) += early.o
        obj-$(CONFIG_FOO) += foo.o
        obj-$(CONFIG_A_TRISTATE) += other.o
        """);
    texts.put("drivers/foo/clk.c", "");
    texts.put(
        "drivers/foo/early.c", "CLK_OF_DECLARE(a, \"b\", c);\nCLK_OF_DECLARE(d, \"e\", f);\n");
    assertThat(against())
        .isEqualTo(
            """
            drivers/foo/Makefile:1: clk.o and those of 1 more lines would be in no kernel when the\
             folder is entered for modules only, by drivers/Makefile:1
            drivers/foo/early.c:1: CLK_OF_DECLARE works only built in (and 1 more such)
            """);
    assertThat(assess().modules()).containsExactly("drivers/foo/foo.o");
  }

  @Test
  void whatOthersUseHasToBeExported() {
    texts.put(
        "drivers/foo/foo.c",
        GOOD
            + """
            int foo_setup(struct foo *foo,
            	      int n)
            {
            	return n;
            }
            const struct foo_data foo_table[] = { 1 };
            void foo_public(void) { }
            EXPORT_SYMBOL_GPL(foo_public);
            void foo_private(void) { }
            """);
    texts.put(
        "drivers/bar.c", "int bar(void) { foo_public(); return foo_setup(0, foo_table[0]); }\n");
    texts.put(
        "drivers/baz.c", "static void foo_private(void) { }\nint z(void) { foo_private(); }\n");
    assertThat(against())
        .isEqualTo(
            """
            drivers/foo/foo.c:8: foo_setup is used by drivers/bar.c, and not exported
            drivers/foo/foo.c:13: foo_table is used by drivers/bar.c, and not exported
            """);
    assertThat(assess().cautions())
        .extracting(Finding::toString)
        .containsExactly(
            "drivers/foo/foo.c:14: foo_public is used by drivers/bar.c, which then needs it loaded");
  }

  @Test
  void whatItCallsHasToBeExported() {
    texts.put(
        "drivers/foo/foo.c",
        GOOD
            + """
            static int probe(struct foo *foo)
            {
            	foo->ops->hidden(foo);
            	foo_helper(exported(1));
            	inlined(2);
            	sometimes(3);
            #ifdef CONFIG_ELSE
            	apart(4);
            #endif
            	return macro(hidden(foo));
            }
            """);
    texts.put(
        "include/foo.h",
        """
        int hidden(struct foo *foo);
        int exported(int a);
        int deep(int a,
        	 int b);
        int apart(int a);
        #define macro(a) \\
        	deep(a, 1)
        static inline int inlined(int a)
        {
        	return exported(a);
        }
        #ifdef CONFIG_SOMETIMES
        int sometimes(int a);
        #else
        static inline int sometimes(int a) { return 0; }
        #endif
        """);
    texts.put(
        "kernel/foo.c",
        """
        int hidden(struct foo *foo)
        {
        }
        int exported(int a)
        {
        }
        EXPORT_SYMBOL_GPL(exported);
        int
        deep(int a, int b)
        {
        }
        int sometimes(int a)
        {
        }
        int apart(int a)
        {
        }
        """);
    assertThat(against())
        .isEqualTo(
            """
            drivers/foo/foo.c:17: hidden(), which kernel/foo.c defines and nothing exports
            drivers/foo/foo.c:17: macro() calls deep(), which kernel/foo.c defines and nothing exports
            """);
    assertThat(assess().cautions())
        .extracting(Finding::toString)
        .containsExactly(
            "drivers/foo/foo.c:13: sometimes(), which kernel/foo.c defines and nothing exports",
            "drivers/foo/foo.c:15: apart(), which kernel/foo.c defines and nothing exports");
  }

  @Test
  void whatCannotBeFollowedIsSaid() {
    texts.put("drivers/foo/Makefile", "obj-$(CONFIG_FOO) += $(objects) nowhere/ gone.o\n");
    assertThat(against())
        .isEqualTo(
            """
            drivers/foo/Makefile:1: $(objects) could not be followed
            drivers/foo/Makefile:1: drivers/foo/nowhere/ has no Makefile
            drivers/foo/Makefile:1: no source of drivers/foo/gone.o
            """);
    assertThat(new DriverCode(new Texts(Map.of()), symbol -> false).of("FOO").outcome())
        .isEqualTo(Assessment.Outcome.NO_CODE_OF_ITS_OWN);
  }

  private Assessment assess() {
    return new DriverCode(new Texts(texts), "A_BOOL"::equals).of("FOO");
  }

  private String against() {
    StringBuilder lines = new StringBuilder();
    assess().against().forEach(finding -> lines.append(finding).append('\n'));
    return lines.toString();
  }
}
