package hotline.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

  @ParameterizedTest
  @CsvSource({
    "物业管理, wu ye guan li",
    "市北区, shi bei ou/qu",
    "崂山区, lao shan ou/qu",
    "重庆路, chong/zhong qing lu",
    "厦门路, sha/xia men lu",
    "单县, chan/dan/shan xian",
    "12345热线 A座, 1 2 3 4 5 re xian a zuo",
    "·（）, ''"
  })
  void a_name_is_found_by_each_of_its_readings(String name, String read) {
    assertThat(Pinyin.of(name)).isEqualTo(read);
  }

  @Test
  void nothing_is_read_of_no_name() {
    assertThat(Pinyin.of(null)).isEmpty();
  }

  @Test
  void every_character_of_the_seeded_names_can_be_read() throws IOException {
    Path seed = Path.of("../dispatch-service/src/main/resources/seed");
    for (String file : List.of("places.csv", "categories.csv", "units.csv")) {
      Files.readString(seed.resolve(file))
          .codePoints()
          .filter(Character::isIdeographic)
          .forEach(c -> assertThat(Pinyin.of(Character.toString(c))).isNotEmpty());
    }
  }
}
