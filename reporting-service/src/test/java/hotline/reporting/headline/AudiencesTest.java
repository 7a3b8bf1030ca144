package hotline.reporting.headline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.reporting.directory.UnitScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AudiencesTest {

  private final Audiences audiences = new Audiences();
  private final List<Audiences.Question> read = new ArrayList<>();

  @Test
  void all_who_ask_the_same_hear_one_reading() {
    List<Headline> one = new ArrayList<>();
    List<Headline> other = new ArrayList<>();
    List<Headline> elsewhere = new ArrayList<>();
    listen("cg", one);
    listen("cg", other);
    listen("zj", elsewhere);
    look(1);
    assertThat(read).hasSize(2);
    assertThat(one).hasSize(1).isEqualTo(other);
    assertThat(elsewhere).extracting(Headline::unit).containsExactly("zj");

    look(1);
    assertThat(read).hasSize(2);
    look(2);
    assertThat(read).hasSize(4);
    assertThat(one).hasSize(2);
  }

  @Test
  void who_comes_later_hears_the_last_reading_at_once() {
    listen("cg", new ArrayList<>());
    look(1);
    List<Headline> late = new ArrayList<>();
    listen("cg", late);
    assertThat(late).hasSize(1);
    assertThat(read).hasSize(1);
  }

  @Test
  void nothing_is_read_for_nobody_and_silence_is_broken_now_and_then() {
    List<Headline> heard = new ArrayList<>();
    Cancellable listening = listen("cg", heard);
    for (int i = 0; i < 31; i++) {
      look(1);
    }
    assertThat(heard).hasSize(2);
    listening.cancel();
    assertThat(audiences.isEmpty()).isTrue();
    look(2);
    assertThat(read).hasSize(2);
  }

  @Test
  void what_could_not_be_read_is_read_at_the_next_look() {
    List<Headline> heard = new ArrayList<>();
    listen("cg", heard);
    assertThatThrownBy(
            () ->
                audiences.tell(
                    1,
                    question -> {
                      throw new IOException("away");
                    }))
        .isInstanceOf(IOException.class);
    look(1);
    assertThat(heard).hasSize(1);
  }

  private Cancellable listen(String unit, List<Headline> heard) {
    var question =
        new Audiences.Question(
            Period.of(null, null), new UnitScope(unit, unit, "/center/" + unit, false, null));
    return Multi.createFrom()
        .<Headline>emitter(listener -> audiences.join(question, listener))
        .subscribe()
        .with(heard::add);
  }

  private void look(long mark) {
    audiences.<RuntimeException>tell(
        mark,
        question -> {
          read.add(question);
          return Headline.of(
              null, question.period(), question.scope().code(), null, Map.of(), true);
        });
  }
}
