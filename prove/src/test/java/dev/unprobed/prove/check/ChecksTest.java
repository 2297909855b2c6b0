package dev.unprobed.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check on a file that is bad, and on one that is nearly so. */
class ChecksTest {
  private static final String MODULES =
      """
      config MODULES
      	bool "Modules"
      	modules
      """;

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void unmetSelect(Generation generation) {
    String bad =
        MODULES
            + """
            config BUS
            	bool "Bus"
            config CLK
            	bool "Clock"
            	depends on BUS
            config DRIVER
            	tristate "Driver"
            	select CLK
            """;
    Checked checked = Checked.of(generation, bad);
    assertThat(checked.lines())
        .containsExactly("11 error[unmet-select] DRIVER selects CLK, which depends on BUS: ");
    Finding finding = checked.findings().findings().getFirst();
    assertThat(finding.values()).containsEntry("BUS", "n").containsKey("DRIVER");
    assertThat(finding.example()).isNotNull();
    assertThat(Checked.of(generation, bad.replace("select CLK", "select CLK if BUS")).lines())
        .isEmpty();
    assertThat(Checked.of(generation, bad.replace("select CLK", "imply CLK")).lines()).isEmpty();
  }

  /** A select to y of what can only be m. */
  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void selectBeyondM(Generation generation) {
    String bad =
        MODULES
            + """
            config BUS
            	tristate "Bus"
            config CLK
            	tristate "Clock"
            	depends on BUS
            config DRIVER
            	tristate "Driver"
            	depends on BUS != n
            	select CLK
            """;
    assertThat(Checked.of(generation, bad).lines())
        .containsExactly(
            "12 warning[unmet-select] DRIVER selects CLK to y, which can be m only by BUS: ");
    assertThat(Checked.of(generation, bad.replace("BUS != n", "BUS")).lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void deadSymbol(Generation generation) {
    String bad =
        """
        config A
        	bool "A"
        config B
        	bool "B"
        	depends on !A
        config BOTH
        	bool "Both"
        	depends on B && A
        config FOREIGN
        	bool "Foreign"
        	depends on ARM
        config HAVE_ANYTHING
        	bool
        config OLD
        	bool "Old"
        	depends on HAVE_ANYTHING
        """;
    assertThat(Checked.of(generation, bad).lines("dead-symbol"))
        .containsExactly(
            "6 warning[dead-symbol] BOTH can never be on: ",
            "9 note[dead-symbol] FOREIGN can never be on: ARM is not defined",
            "12 note[dead-symbol] HAVE_ANYTHING can never be on: ",
            "14 note[dead-symbol] OLD can never be on: HAVE_ANYTHING is always n");
    String good =
        bad.replace("B && A", "B || A").replace("ARM", "A").replace("\tbool\n", "\tdef_bool A\n");
    assertThat(Checked.of(generation, good).lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void deadPrompt(Generation generation) {
    String bad =
        """
        config A
        	bool "A"
        config B
        	bool "B" if !A
        	default y
        	depends on A
        config C
        	bool "C" if ARM
        	default A
        """;
    assertThat(Checked.of(generation, bad).lines())
        .containsExactly(
            "4 warning[dead-prompt] the prompt of B is never visible: ",
            "8 note[dead-prompt] the prompt of C is never visible: ARM is not defined");
    assertThat(Checked.of(generation, bad.replace("if !A", "if A").replace("ARM", "A")).lines())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void deadDefault(Generation generation) {
    String bad =
        """
        config A
        	bool "A"
        config SMALL
        	int "Small"
        	default 0
        config SHIFT
        	int "Shift"
        	default 1 if SMALL
        	default 2 if A
        	default 3 if !A
        	default 4
        config X
        	bool "X"
        	default y if ARM
        """;
    assertThat(Checked.of(generation, bad).lines())
        .containsExactly(
            "8 warning[dead-default] the condition of a default of SHIFT never holds: SMALL is no"
                + " bool or tristate",
            "11 warning[dead-default] a default of SHIFT is always hidden by an earlier one: ",
            "14 note[dead-default] the condition of a default of X never holds: ARM is not"
                + " defined");
    String good =
        bad.replace("if SMALL", "if SMALL > 7").replace("3 if !A", "3 if X").replace("ARM", "A");
    assertThat(Checked.of(generation, good).lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void deadSelect(Generation generation) {
    String bad =
        """
        config A
        	bool "A"
        config B
        	bool "B"
        	depends on A
        	select C if !A
        	imply D if ARM
        config C
        	bool "C"
        config D
        	bool "D"
        """;
    assertThat(Checked.of(generation, bad).lines())
        .containsExactly(
            "6 warning[dead-select] the select of C by B never acts: ",
            "7 note[dead-select] the imply of D by B never acts: ARM is not defined");
    assertThat(Checked.of(generation, bad.replace("!A", "A").replace("ARM", "A")).lines())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void defaultMThatIsNeverM(Generation generation) {
    String bad =
        MODULES
            + """
            config A
            	bool "A"
            config B
            	bool "B"
            	default m
            config C
            	tristate "C"
            	default m if A
            config D
            	def_bool A
            	select C
            """;
    assertThat(Checked.of(generation, bad).lines())
        .containsExactly(
            "8 warning[default-m-never-m] B is a bool, so default m means y: ",
            "11 warning[default-m-never-m] C is never m where default m applies: ");
    String good = bad.replace("bool \"B\"", "tristate \"B\"").replace("def_bool A", "def_bool !A");
    assertThat(Checked.of(generation, good).lines()).isEmpty();
  }
}
