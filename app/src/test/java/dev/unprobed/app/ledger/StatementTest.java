package dev.unprobed.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.ledger.ByteClass;
import dev.unprobed.kernel.ledger.Entry;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final Statement OLD = statement(4000, 200);
  private static final Statement NEW = statement(5000, 0);

  @Test
  void printsTheLargestAndTheSum() {
    assertThat(StatementText.of(OLD, 2))
        .isEqualTo(
            """
            build/Image

                      file         memory         booted  unit
                     4,000          4,500          4,400  drivers/gpio/gpiolib
                       300            300            300  [padding]
                       200            200            200  (1 more)
                     4,500          5,000          4,900  total

            remark: one thing is not known
            """);
  }

  @Test
  void printsWhatChanged() {
    assertThat(StatementText.ofChanges(OLD, NEW, changes(), 1))
        .isEqualTo(
            """
            - build/Image
            + build/Image

                      file         memory         booted  unit
                    +1,000         +1,000         +1,000  drivers/gpio/gpiolib
                      -200           -200           -200  (1 more)
                      +800           +800           +800  total
            """);
    assertThat(StatementText.ofChanges(OLD, NEW, changes(), 9)).contains("drivers/old (gone)\n");
  }

  @Test
  void writesEveryRowForSpreadsheets() {
    assertThat(StatementCsv.of(OLD).lines())
        .contains(
            "unit,file,memory,booted,text,rodata,data,bss,percpu,init,exit,strings,tables,"
                + "kallsyms,btf,headers,padding,other",
            "drivers/gpio/gpiolib,4000,4500,4400,4500,0,0,0,0,0,0,0,0,0,0,0,0,0",
            "total,4500,5000,4900,4700,0,0,0,0,0,0,0,0,0,0,0,300,0");
    assertThat(StatementCsv.ofChanges("unit", changes()).lines())
        .containsExactly(
            "unit,file,memory,booted",
            "drivers/gpio/gpiolib,1000,1000,1000",
            "drivers/old,-200,-200,-200");
  }

  @Test
  void writesEveryRowForPrograms() {
    assertThat(StatementJson.of(OLD))
        .contains("\"format\" : \"unprobed-ledger-1\"", "\"text\" : 4500", "\"file\" : 4500");
    assertThat(StatementJson.ofChanges(OLD, NEW, changes()))
        .contains("\"format\" : \"unprobed-ledger-changes-1\"", "\"memory\" : -200");
  }

  private static List<dev.unprobed.kernel.ledger.Change> changes() {
    return View.compare(OLD.rows(), NEW.rows());
  }

  private static Statement statement(long gpio, long old) {
    List<Entry> entries =
        List.of(
            new Entry(
                new Owner.Unit("drivers/gpio/gpiolib"), ByteClass.TEXT, gpio, gpio + 500, 100),
            new Entry(new Owner.Unit("drivers/old"), ByteClass.TEXT, old, old, 0),
            new Entry(new Owner.Padding(), ByteClass.PADDING, 300, 300, 0));
    List<Entry> kept = entries.stream().filter(e -> e.memory() > 0).toList();
    long file = gpio + old + 300;
    Ledger ledger =
        new Ledger("build/Image", file, file + 500, kept, List.of("one thing is not known"));
    return Statement.of(ledger, "unit", View.byUnit(ledger));
  }
}
