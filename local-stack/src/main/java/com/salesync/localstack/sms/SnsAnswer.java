package com.salesync.localstack.sms;

import java.util.UUID;

/** The XML of SNS's query protocol, as far as the SDK reads it. */
final class SnsAnswer {

  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private SnsAnswer() {}

  static String published(String messageId) {
    return """
    <PublishResponse xmlns="%s">
      <PublishResult><MessageId>%s</MessageId></PublishResult>
      <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>
    </PublishResponse>
    """
        .formatted(NAMESPACE, messageId, UUID.randomUUID());
  }

  static String error(String code, String message) {
    return """
    <ErrorResponse xmlns="%s">
      <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
      <RequestId>%s</RequestId>
    </ErrorResponse>
    """
        .formatted(NAMESPACE, code, message, UUID.randomUUID());
  }
}
