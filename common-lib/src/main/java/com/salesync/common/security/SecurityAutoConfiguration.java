package com.salesync.common.security;

import com.salesync.common.neighbour.NeighbourAutoConfiguration;
import com.salesync.common.problem.Problem;
import com.salesync.common.problem.ProblemDocuments;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.service.registry.ImportHttpServices;

/** The resource server: every request needs a store token unless its path says otherwise. */
@AutoConfiguration(
    before = {
      HttpServiceClientAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    },
    after = NeighbourAutoConfiguration.class)
@EnableConfigurationProperties(SecurityProperties.class)
@ImportHttpServices(group = "store", types = StoreSessions.class)
public class SecurityAutoConfiguration {

  @Bean
  CallerKeys callerKeys(SecurityProperties properties) {
    return new CallerKeys(properties.publicKeys());
  }

  @Bean
  InternalTokens internalTokens(
      SecurityProperties properties, CallerKeys callers, Environment environment, Clock clock) {
    String service = environment.getProperty("spring.application.name", "unnamed");
    return new InternalTokens(properties.signingKey(), service, callers, clock);
  }

  @Bean
  @ConditionalOnMissingBean
  SessionDirectory sessionDirectory(
      StoreSessions store, SecurityProperties properties, Clock clock) {
    return new RemoteSessionDirectory(store, properties.firstKeys(), clock);
  }

  @Bean
  WarmingUp warmingUp(Environment environment) {
    return new WarmingUp(environment.getProperty("spring.application.name", "unnamed"));
  }

  @Bean
  JwtDecoder tokenVerifier(
      SessionDirectory directory, CallerKeys callers, WarmingUp warmingUp, Clock clock) {
    return new TokenVerifier(directory, callers, warmingUp, clock);
  }

  @Bean
  SecurityFilterChain storeTokensOnly(
      HttpSecurity http,
      SecurityProperties properties,
      @Qualifier("unauthorized") AuthenticationEntryPoint unauthorized,
      AccessDeniedHandler forbidden) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests -> {
              requests
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                  .permitAll();
              requests
                  .requestMatchers(
                      "/actuator/**", "/readyz", "/v3/api-docs", "/v3/api-docs.yaml", "/error")
                  .permitAll();
              requests.requestMatchers(matchers(properties.publicPaths())).permitAll();
              properties
                  .callerPaths()
                  .forEach(
                      path ->
                          requests
                              .requestMatchers(matcher(path))
                              .access(
                                  (caller, request) ->
                                      new AuthorizationDecision(
                                          caller.get() instanceof JwtAuthenticationToken token
                                              && properties.admits(path, token.getToken()))));
              requests.requestMatchers("/internal/**").denyAll();
              requests.anyRequest().hasAuthority(TokenScope.STORE.name());
            })
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenResolver(tokensUnlessPublic(properties.publicPaths()))
                    .authenticationEntryPoint(unauthorized)
                    .accessDeniedHandler(forbidden)
                    .jwt(
                        jwt ->
                            jwt.jwtAuthenticationConverter(
                                SecurityAutoConfiguration::authenticated)))
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(unauthorized).accessDeniedHandler(forbidden))
        .build();
  }

  /**
   * A stale token, or the {@code Bearer null} of a logged-out client, must not keep anybody from
   * logging in: where no token is needed, none is looked at.
   */
  private static BearerTokenResolver tokensUnlessPublic(List<String> publicPaths) {
    PathPatternRequestMatcher[] open = matchers(publicPaths);
    BearerTokenResolver tokens = new DefaultBearerTokenResolver();
    return request ->
        Stream.of(open).anyMatch(path -> path.matches(request)) ? null : tokens.resolve(request);
  }

  private static JwtAuthenticationToken authenticated(Jwt token) {
    TokenScope scope = TokenScope.of(token);
    TokenScope authority = scope == TokenScope.WARM_UP ? TokenScope.STORE : scope;
    return new JwtAuthenticationToken(token, List.of(new SimpleGrantedAuthority(authority.name())));
  }

  private static PathPatternRequestMatcher[] matchers(List<String> paths) {
    return paths.stream()
        .map(SecurityAutoConfiguration::matcher)
        .toArray(PathPatternRequestMatcher[]::new);
  }

  /** What {@code METHOD /pattern} matches, {@code *} for any method. */
  public static PathPatternRequestMatcher matcher(String path) {
    String[] parts = path.split(" ", 2);
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return parts[0].equals("*")
        ? builder.matcher(parts[1])
        : builder.matcher(HttpMethod.valueOf(parts[0]), parts[1]);
  }

  @Bean
  AuthenticationEntryPoint unauthorized(ProblemDocuments documents) {
    return (request, response, failure) ->
        documents.write(new Problem(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED"), request, response);
  }

  @Bean
  AccessDeniedHandler forbidden(ProblemDocuments documents) {
    return (request, response, failure) ->
        documents.write(Problem.forbidden("FORBIDDEN"), request, response);
  }

  /** Also refuses U+0000 in parameters, which PostgreSQL cannot store. */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }
}
