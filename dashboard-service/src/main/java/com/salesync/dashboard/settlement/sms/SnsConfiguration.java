package com.salesync.dashboard.settlement.sms;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;

/** The SNS client; credentials come by the SDK's default chain (pod identity in the cluster). */
@Configuration(proxyBeanMethods = false)
class SnsConfiguration {

  /** The SDK would repeat a publish whose answer was lost, and so send twice: it must not. */
  @Bean
  SnsClient snsClient(SmsProperties properties) {
    SnsClientBuilder builder =
        SnsClient.builder()
            .region(Region.of(properties.region()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(properties.connectTimeout())
                    .socketTimeout(properties.readTimeout()))
            .overrideConfiguration(
                calls ->
                    calls
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(
                            properties.connectTimeout().plus(properties.readTimeout())));
    URI endpoint = properties.endpoint();
    return endpoint == null ? builder.build() : builder.endpointOverride(endpoint).build();
  }
}
