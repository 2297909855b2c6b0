package dev.unprobed.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.app.replay.Referee.Judgement;
import dev.unprobed.app.replay.Replays;
import dev.unprobed.app.replay.TreeConf;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.prove.check.Effect;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Level;
import dev.unprobed.prove.check.UnmetSelect;
import dev.unprobed.prove.sat.Limit;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With a conf that gives one answer. */
class FindingRefereeTest {
  private static final Limit NO_TIME = () -> true;

  private int asked;
  private boolean closed;

  private final class Answering implements Replays {
    private final Optional<TreeConf.Answer> answer;

    private Answering(Optional<TreeConf.Answer> answer) {
      this.answer = answer;
    }

    @Override
    public Optional<TreeConf.Answer> ask(String config) {
      asked++;
      return answer;
    }

    @Override
    public String remark() {
      return answer.isEmpty() ? "there is none" : "";
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private FindingReferee referee(int status, String config, String messages) {
    TreeConf.Answer answer = new TreeConf.Answer(status, config, messages);
    return new FindingReferee(() -> new Answering(Optional.of(answer)), "CONFIG_", Limit.NONE);
  }

  private static Finding finding(Effect.Kind kind) {
    return new Finding(
        new UnmetSelect(),
        Level.ERROR,
        new Location("Kconfig", 3),
        "DRIVER",
        "select CLK",
        "DRIVER selects CLK",
        "",
        new Example(7, "CONFIG_DRIVER=y\n"),
        new Effect(kind, "CLK"),
        new LinkedHashMap<>());
  }

  @Test
  void confHasToWarnOfThatSymbol() {
    Finding unmet = finding(Effect.Kind.WARNS);
    String warning = "\nWARNING: unmet direct dependencies detected for ";
    assertThat(referee(0, "", warning + "CLK\n  Depends on [n]: BUS\n").of(unmet))
        .isEqualTo(Judgement.CONFIRMED);
    assertThatThrownBy(() -> referee(0, "", warning + "CLKS\n").of(unmet))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "conf contradicts \"Kconfig:3: DRIVER selects CLK\": with configuration 7 it does not"
                + " warn of unmet dependencies of CLK (status 0)");
  }

  @Test
  void confHasToLeaveTheSymbolOut() {
    Finding off = finding(Effect.Kind.SWITCHES_OFF);
    assertThat(referee(0, "CONFIG_CLKS=y\n# CONFIG_CLK is not set\n", "").of(off))
        .isEqualTo(Judgement.CONFIRMED);
    assertThatThrownBy(() -> referee(0, "CONFIG_CLK=m\n", "").of(off))
        .hasMessageContaining("does not leave CLK n");
    assertThatThrownBy(() -> referee(1, "", "").of(off)).hasMessageContaining("(status 1)");
  }

  @Test
  void eachConfigurationIsAskedAboutOnce() {
    FindingReferee referee = referee(0, "", "");
    referee.of(finding(Effect.Kind.SWITCHES_OFF));
    referee.of(finding(Effect.Kind.SWITCHES_OFF));
    assertThat(asked).isEqualTo(1);
    assertThat(referee.remark()).isEmpty();
    referee.close();
    assertThat(closed).isTrue();
  }

  @Test
  void whyConfWasNotAsked() {
    Finding unmet = finding(Effect.Kind.WARNS);
    FindingReferee without =
        new FindingReferee(() -> new Answering(Optional.empty()), "CONFIG_", Limit.NONE);
    assertThat(without.remark()).isEmpty();
    assertThat(without.of(unmet)).isEqualTo(Judgement.NOT_ASKED);
    assertThat(without.remark()).isEqualTo("there is none");
    FindingReferee late = new FindingReferee(() -> new Answering(Optional.empty()), "", NO_TIME);
    assertThat(late.remark()).isEmpty();
    assertThat(late.of(unmet)).isEqualTo(Judgement.NOT_ASKED);
    assertThat(late.remark()).isEqualTo("there was no time left");
  }
}
