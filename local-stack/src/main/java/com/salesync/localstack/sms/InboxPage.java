package com.salesync.localstack.sms;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The inbox as HTML without script or style, so that the strictest content policy lets it through.
 */
final class InboxPage {

  private InboxPage() {}

  /** Newest first; loads itself again every five seconds. */
  static String of(List<SentText> texts) {
    String rows = texts.reversed().stream().map(InboxPage::row).collect(Collectors.joining());
    return """
    <!doctype html>
    <html lang="ko">
    <head><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>SMS</title></head>
    <body>
    <h1>SMS</h1>
    <p>%s</p>
    <table border="1" cellpadding="8"><tr><th>At</th><th>To</th><th>Text</th></tr>
    %s</table>
    </body>
    </html>
    """
        .formatted(
            texts.isEmpty()
                ? "Nothing was sent yet: settle a day and it appears here."
                : "These texts would have been sent.",
            rows);
  }

  private static String row(SentText text) {
    return "<tr><td>%s</td><td>%s</td><td><pre>%s</pre></td></tr>%n"
        .formatted(escape(text.at()), escape(text.phone()), escape(text.message()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
