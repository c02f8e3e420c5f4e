package com.salesync.dashboard.settlement.sms;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** One {@code Publish} to a phone number, without the SDK's own retries. */
@Component
class SnsGateway {

  /** Faults of the account or the installation, which somebody will mend. */
  private static final Set<String> MENDABLE =
      Set.of(
          "AuthorizationError",
          "AccessDenied",
          "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "RequestExpired",
          "MissingAuthenticationToken");

  private static final Map<String, MessageAttributeValue> TRANSACTIONAL =
      Map.of(
          "AWS.SNS.SMS.SMSType",
          MessageAttributeValue.builder().dataType("String").stringValue("Transactional").build());

  private final SnsClient sns;

  SnsGateway(SnsClient sns) {
    this.sns = sns;
  }

  /** Tries once, never twice, and tells apart what is known of the outcome. */
  SendOutcome send(PhoneNumber number, String text) {
    try {
      return new SendOutcome.Sent(
          sns.publish(
                  sms ->
                      sms.phoneNumber(number.e164()).message(text).messageAttributes(TRANSACTIONAL))
              .messageId());
    } catch (AwsServiceException refused) {
      return outcomeOf(refused);
    } catch (SdkClientException failed) {
      return outcomeOf(failed);
    }
  }

  /** A throttled or unavailable service has not taken the message; a broken one may have. */
  private static SendOutcome outcomeOf(AwsServiceException refused) {
    String code =
        refused.awsErrorDetails() == null
            ? "HTTP_" + refused.statusCode()
            : String.valueOf(refused.awsErrorDetails().errorCode());
    boolean turnedAway =
        refused.isThrottlingException()
            || refused.statusCode() == 429
            || refused.statusCode() == 503
            || MENDABLE.contains(code);
    if (turnedAway) {
      return new SendOutcome.NotSent(code);
    }
    return refused.statusCode() >= 500
        ? new SendOutcome.Ambiguous(code)
        : new SendOutcome.Rejected(code);
  }

  /** Only what failed before the request left is known not to be sent. */
  private static SendOutcome outcomeOf(SdkClientException failed) {
    boolean reachedTheWire = false;
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException
          || isConnectTimeout(cause)) {
        return new SendOutcome.NotSent("SNS_UNREACHABLE");
      }
      reachedTheWire |= cause instanceof java.io.IOException;
    }
    boolean abandoned =
        failed instanceof software.amazon.awssdk.core.exception.ApiCallTimeoutException
            || failed
                instanceof software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
    return reachedTheWire || abandoned
        ? new SendOutcome.Ambiguous("NO_ANSWER")
        : new SendOutcome.NotSent("SNS_CLIENT_FAILED");
  }

  private static boolean isConnectTimeout(Throwable cause) {
    return cause instanceof SocketTimeoutException
        && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }
}
