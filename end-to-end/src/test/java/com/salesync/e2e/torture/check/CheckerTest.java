package com.salesync.e2e.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Outcome;
import com.salesync.e2e.torture.check.Story.Reply;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.plan.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Histories made by hand: right ones pass, and each kind of wrong is found. */
class CheckerTest {

  @Test
  void aDayAsItShouldBePasses() {
    assertPasses(
        new Story()
            .look(0)
            .place(2, Reply.order(5))
            .look(2)
            .change(3, Reply.order(5))
            .changeIfSeen(3, 4, Reply.order(5))
            .pay(4_000, "k", Reply.sale(7))
            .look(0)
            .revenue(4_000)
            .place(1, Reply.order(6))
            .pay(1_000, null, Reply.sale(8))
            .voidSale(8, Reply.ok("{}"))
            .revenue(4_000)
            .isPaid(5, 4, 7)
            .isVoided(6, 1, 8));
  }

  @Test
  void whatIsUnknownMayHaveHappenedOrNot() {
    assertPasses(new Story().place(2, Reply.nothing()).isOpen(5, 2));
    assertPasses(new Story().place(2, Reply.nothing()));
    assertPasses(
        new Story().place(2, Reply.order(5)).pay(2_000, null, Reply.nothing()).isPaid(5, 2, 7));
    assertPasses(
        new Story().place(2, Reply.order(5)).pay(2_000, null, Reply.nothing()).isOpen(5, 2));
    assertPasses(
        new Story()
            .place(2, Reply.order(5))
            .cancel(Reply.nothing())
            .place(1, Reply.order(6))
            .isOpen(6, 1));
  }

  @Test
  void anAcknowledgedOrderThatIsNotThereIsFound() {
    assertFinds("tables", new Story().place(2, Reply.order(5)));
  }

  @Test
  void anOrderThatIsThereTwiceIsFound() {
    assertFinds("tables", new Story().place(2, Reply.order(5)).isOpen(5, 4));
  }

  @Test
  void anEffectBehindARefusalIsFound() {
    assertFinds("tables", new Story().place(2, Reply.refused(400)).isOpen(5, 2));
  }

  @Test
  void anEffectBehindA503IsFound() {
    assertFinds("tables", new Story().place(2, Reply.unavailable()).isOpen(5, 2));
    assertFinds(
        "tables",
        new Story().place(2, Reply.order(5)).pay(2_000, null, Reply.unavailable()).isPaid(5, 2, 7));
  }

  @Test
  void aLostUpdateIsFound() {
    Story story = new Story().place(2, Reply.order(5));
    assertFinds(
        "tables",
        story
            .at(2)
            .changeIfSeen(2, 3, Reply.order(5))
            .at(2)
            .changeIfSeen(2, 4, Reply.order(5))
            .isOpen(5, 4));
  }

  @Test
  void aChangeThatTheOtherOneOverwroteIsNoLostUpdateWithoutIfMatch() {
    assertPasses(
        new Story()
            .place(2, Reply.order(5))
            .at(2)
            .change(3, Reply.order(5))
            .at(2)
            .change(4, Reply.order(5))
            .look(3)
            .isOpen(5, 3));
  }

  @Test
  void aReadThatGoesBackIsFound() {
    assertFinds(
        "tables",
        new Story().place(2, Reply.order(5)).change(3, Reply.order(5)).look(2).isOpen(5, 3));
    assertFinds("figures", sold().revenue(0).isPaid(5, 2, 7));
  }

  @Test
  void aSettlementOfAnotherDayIsFound() {
    assertPasses(overnight().settle(Story.DAY_BEFORE, 2_000).settle(Story.DAY, 1_000));
    assertFinds("figures", overnight().settle(Story.DAY, 3_000));
    assertFinds("figures", overnight().settle(Story.DAY_BEFORE, 1_000));
  }

  private static Story overnight() {
    return sold()
        .wasPaid(5, 2, 7)
        .place(1, Reply.order(6))
        .pay(1_000, "l", Reply.sale(8))
        .isPaid(6, 1, 8);
  }

  @Test
  void aTotalThatIsNotTheSumOfItsLinesIsFound() {
    assertFinds(
        "tables",
        new Story().place(2, Reply.order(5)).pay(3_000, "k", Reply.sale(7)).isPaid(5, 2, 7));
  }

  @Test
  void aPaidOrderThatChangesIsFound() {
    assertFinds("tables", sold().isPaid(5, 3, 7));
  }

  @Test
  void aPaymentRefusedThoughOwedIsFound() {
    assertFinds(
        "tables",
        new Story().place(2, Reply.order(5)).pay(2_000, "k", Reply.failed()).isOpen(5, 2));
  }

  @Test
  void aSaleThatIsNotThereOrThereTwiceIsFound() {
    assertFinds("sales", sold());
    assertFinds("sales", sold().isPaid(5, 2, 7).isSold(8, 2_000));
  }

  @Test
  void aVoidThatIsNotDoneOrThatNobodyAskedForIsFound() {
    assertFinds("sales", sold().voidSale(7, Reply.ok("{}")).isPaid(5, 2, 7));
    assertFinds("sales", sold().isVoided(5, 2, 7));
  }

  @Test
  void figuresThatDisagreeAreFound() {
    assertFinds("figures", sold().isPaid(5, 2, 7).isReported(4_000));
  }

  @Test
  void aRepeatWithAnotherAnswerIsFound() {
    assertFinds(
        "answers",
        new Story()
            .place(2, Reply.order(5))
            .pay(2_000, "k", Reply.sale(7), Reply.sale(8))
            .isPaid(5, 2, 7));
  }

  @Test
  void anAnswerThatIsNeverGivenIsFound() {
    assertFinds("answers", new Story().place(1, new Reply(Outcome.BROKEN, 500, "{}")));
  }

  @Test
  void anotherShopsNameInAnAnswerIsFound() {
    assertFinds(
        "tenants",
        new Story()
            .call(Kind.LIST, "GET", "/sales/", null, Map.of(), Reply.ok("{\"a\":\"Q1qother\"}")));
    assertFinds(
        "tenants",
        new Story().call(Kind.INTRUDE, "PUT", "/x", null, Map.of("foreign", 1), Reply.ok("{}")));
  }

  @Test
  void aSessionThatLivesOnOrDiesEarlyIsFound() {
    assertFinds("sessions", new Story().place(1, Reply.refused(401)));
    Story ended = loggedOut(6.5);
    assertFinds("sessions", ended);
    assertPasses(loggedOut(3));
    assertPasses(loggedOut(6.5).fault(2, 3));
  }

  @Test
  void aRepeatAfterTheSessionsEndSaysNothingOfTheFirst() {
    assertThat(repeatedTooLate().isPaid(5, 2, 7).findings())
        .extracting(Finding::rule)
        .containsOnly("sessions");
    assertThat(repeatedTooLate().isOpen(5, 2).findings())
        .extracting(Finding::rule)
        .containsOnly("sessions");
  }

  /** That the session has ended is not told. */
  private static Story repeatedTooLate() {
    return new Story()
        .place(2, Reply.order(5))
        .pay(2_000, "k", Reply.nothing(), Reply.refused(401));
  }

  @Test
  void aNewPasswordEndsAllSessionsButItsOwn() {
    assertPasses(changed(Reply.ok("{}")).inSession("other").place(1, Reply.refused(401)));
    assertPasses(changed(Reply.nothing()).inSession("other").place(1, Reply.refused(401)));
    assertPasses(changed(Reply.nothing()).inSession("other").at(20).look(0));
    assertFinds("sessions", changed(Reply.ok("{}")).place(1, Reply.refused(401)));
    assertFinds("sessions", changed(Reply.ok("{}")).inSession("other").at(20).look(0));
  }

  @Test
  void aPasswordThatIsNotTheLastIsFound() {
    assertPasses(changed(Reply.ok("{}")).logIn(1, Reply.ok("{}")).logIn(0, Reply.refused(400)));
    assertPasses(changed(Reply.nothing()).logIn(0, Reply.ok("{}")).logIn(1, Reply.ok("{}")));
    assertFinds("passwords", changed(Reply.ok("{}")).logIn(0, Reply.ok("{}")));
    assertFinds("passwords", changed(Reply.ok("{}")).logIn(1, Reply.refused(400)));
    assertFinds("passwords", changed(Reply.refused(403)).logIn(1, Reply.ok("{}")));
    assertFinds("passwords", new Story().logIn(-1, Reply.ok("{}")));
  }

  private static Story changed(Reply reply) {
    return new Story()
        .logIn(0, Reply.ok("{}"))
        .inSession("other")
        .logIn(0, Reply.ok("{}"))
        .inSession(Story.SESSION)
        .call(Kind.CHANGE_PASSWORD, "PUT", "/stores/1", null, Map.of("password", 1), reply);
  }

  @Test
  void aPriceThatWasNotTheLastIsFound() {
    assertPasses(new Story().edit(30, Reply.ok("{}")).readItem(30).costs(30));
    assertFinds("menu", new Story().edit(30, Reply.ok("{}")).readItem(1).costs(30));
    assertFinds("menu", new Story().edit(30, Reply.unavailable()).costs(30));
    assertPasses(new Story().remove(Reply.nothing(), Reply.refused(404)));
    assertFinds("menu", new Story().remove(Reply.ok("{}")).costs(1));
  }

  @Test
  void adviceThatNeverEndsIsFound() {
    Story asked =
        new Story()
            .call(
                Kind.CONSULT,
                "GET",
                "/consulting/",
                null,
                Map.of(),
                Reply.ok("{\"req_id\":\"r\"}"));
    assertFinds("consulting", asked);
    assertPasses(asked.isAdvised("r", "success"));
  }

  @Test
  void aTextSentTwiceIsFound() {
    assertPasses(new Story().isTexted("1,000").isTexted("2,000"));
    assertFinds("texts", new Story().isTexted("1,000").isTexted("1,000"));
  }

  private static Story sold() {
    return new Story().place(2, Reply.order(5)).pay(2_000, "k", Reply.sale(7));
  }

  /** Used again that many seconds after it was told to be ended. */
  private static Story loggedOut(double later) {
    return new Story()
        .call(Kind.LOG_OUT, "POST", "/stores/logout", null, Map.of(), Reply.ok("{}"))
        .at(1 + later)
        .call(Kind.INTRUDE, "GET", "/orders/unpaids", null, Map.of(), Reply.ok("{}"));
  }

  private static void assertPasses(Story story) {
    assertThat(story.findings()).isEmpty();
  }

  private static void assertFinds(String rule, Story story) {
    assertThat(story.findings()).extracting(Finding::rule).contains(rule);
  }
}
