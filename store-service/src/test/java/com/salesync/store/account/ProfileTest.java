package com.salesync.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final Profile PIZZA_NARA =
      Profile.typed(" 김사장 ", "010-1234-5678", "피자 나라 ", " 서울시 중구", "restaurant");

  @Test
  void isKeptWithoutBlanksAroundAndItsPhoneInE164() {
    assertThat(PIZZA_NARA)
        .isEqualTo(new Profile("김사장", "+821012345678", "피자 나라", "서울시 중구", "restaurant"));
  }

  @Test
  void keepsWhatIsNotToChange() {
    Profile moved = PIZZA_NARA.with(new ProfileChange(null, null, null, " 부산시 ", null));
    assertThat(moved).isEqualTo(new Profile("김사장", "+821012345678", "피자 나라", "부산시", "restaurant"));
    assertThat(PIZZA_NARA.with(new ProfileChange(null, null, null, null, null)))
        .isEqualTo(PIZZA_NARA);
  }

  @Test
  void changesEveryField() {
    ProfileChange all = new ProfileChange("박사장", "02-123-4567", "치킨 나라", "부산시", "cafe");
    assertThat(PIZZA_NARA.with(all))
        .isEqualTo(new Profile("박사장", "+8221234567", "치킨 나라", "부산시", "cafe"));
    assertThat(all.fields())
        .containsExactly("owner_name", "phone", "store_name", "address", "store_type");
  }

  @Test
  void namesOnlyTheFieldsThatChange() {
    assertThat(new ProfileChange(null, "02-123-4567", null, null, "cafe").fields())
        .containsExactly("phone", "store_type");
  }

  @Test
  void keepsPersonalDataOutOfLogs() {
    ProfileChange change = new ProfileChange("박사장", "02-123-4567", null, null, null);
    assertThat(PIZZA_NARA + " " + change).doesNotContain("김", "박", "123", "서울");
  }
}
