package app;

import io.github.cdknaclchangemonitor.ChainScope;
import io.github.cdknaclchangemonitor.CoveredAccount;
import io.github.cdknaclchangemonitor.FindingSeverity;
import io.github.cdknaclchangemonitor.NaclChangeAlarmOptions;
import io.github.cdknaclchangemonitor.NaclChangeMonitor;
import io.github.cdknaclchangemonitor.NaclChangeMonitorValidator;
import io.github.cdknaclchangemonitor.NaclChangeNoticeOptions;
import io.github.cdknaclchangemonitor.NaclChangeTrailOptions;
import io.github.cdknaclchangemonitor.RequireNaclChangeMonitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.ITopicSubscription;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sns.subscriptions.UrlSubscription;
import software.amazon.awscdk.services.sqs.Queue;

/** Apps that every language writes in its own way. */
final class Cases {
  static final Map<String, Consumer<App>> CASES = new LinkedHashMap<>();

  /** Apps that are refused. */
  static final Map<String, Consumer<App>> MISTAKES = new LinkedHashMap<>();

  static {
    CASES.put("default", Cases::monitored);
    CASES.put("bring-your-own-log-group", Cases::bringYourOwnLogGroup);
    CASES.put("trail-options", Cases::trailOptions);
    CASES.put("require-monitor", Cases::requireMonitor);
    CASES.put("require-monitor-in-every-stack", Cases::requireMonitorInEveryStack);
    CASES.put("validator", Cases::validator);

    MISTAKES.put("nobody-is-told", Cases::nobodyIsTold);
    MISTAKES.put("account-of-four-digits", Cases::accountOfFourDigits);
  }

  private Cases() {}

  private static void monitored(App app) {
    Stack stack = new Stack(app, "Security");
    NaclChangeMonitor.Builder.create(stack, "NaclChanges")
        .subscriptions(List.of(new EmailSubscription("security@example.com")))
        .build();
  }

  private static void bringYourOwnLogGroup(App app) {
    Stack stack = new Stack(app, "Security");
    NaclChangeMonitor monitor =
        NaclChangeMonitor.Builder.create(stack, "NaclChanges")
            .logGroup(LogGroup.fromLogGroupName(stack, "TrailLogs", "my-trail"))
            .topic(Topic.fromTopicArn(stack, "Topic", "arn:aws:sns:us-east-1:111122223333:security"))
            .alarm(
                NaclChangeAlarmOptions.builder()
                    .alarmName("nacl-changes")
                    .period(Duration.minutes(1))
                    .build())
            .build();
    output(stack, "Alarm", monitor.getAlarm().getAlarmArn());
    output(stack, "MadeTrail", String.valueOf(monitor.getTrail() != null));
    output(stack, "Pattern", NaclChangeMonitor.FILTER_PATTERN);
    output(stack, "Events", String.join(" ", NaclChangeMonitor.EVENT_NAMES));
  }

  private static void trailOptions(App app) {
    Stack stack = new Stack(app, "Security");
    NaclChangeMonitor.Builder.create(stack, "NaclChanges")
        .subscriptions(
            List.of(
                new EmailSubscription("security@example.com"),
                new UrlSubscription("https://example.com/alarms")))
        .trail(
            NaclChangeTrailOptions.builder()
                .trailName("management-events")
                .logRetention(RetentionDays.TWO_YEARS)
                .organizationId("o-exampleorgid")
                .objectLockRetention(Duration.days(365))
                .build())
        .encryptionKey(new Key(stack, "Key"))
        .metricNamespace("Security/Subnets")
        .metricName("PacketFilterEdits")
        .notices(
            NaclChangeNoticeOptions.builder()
                .subscriptions(List.of(new EmailSubscription("network@example.com")))
                .ignorePrincipals(List.of("arn:aws:iam::*:role/pipelines/*"))
                .savedQuery(true)
                .build())
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private static void requireMonitor(App app) {
    threeAccounts(app);
    Aspects.of(app).add(new RequireNaclChangeMonitor());
  }

  private static void requireMonitorInEveryStack(App app) {
    threeAccounts(app);
    new Stack(app, "Network");
    Aspects.of(app)
        .add(
            RequireNaclChangeMonitor.Builder.create()
                .scope(ChainScope.STACK)
                .severity(FindingSeverity.ERROR)
                .coveredAccounts(List.of(covered("444455556666")))
                .build());
  }

  private static void validator(App app) {
    threeAccounts(app);
    Validations.of(app).addPlugins(new NaclChangeMonitorValidator());
  }

  private static void nobodyIsTold(App app) {
    Stack stack = new Stack(app, "Security");
    NaclChangeMonitor.Builder.create(stack, "NaclChanges").build();
  }

  private static void accountOfFourDigits(App app) {
    Aspects.of(app)
        .add(
            RequireNaclChangeMonitor.Builder.create()
                .coveredAccounts(List.of(covered("4444")))
                .build());
  }

  /** The stacks of examples/, and one in a third account, whose owner accepts that nothing listens. */
  private static void threeAccounts(App app) {
    Stack security = new Stack(app, "Security");
    Queue queue = new Queue(security, "Alarms");
    List<ITopicSubscription> listeners =
        List.of(new EmailSubscription("security@example.com"), new SqsSubscription(queue));
    NaclChangeMonitor.Builder.create(security, "NaclChanges")
        .subscriptions(listeners)
        .notices(NaclChangeNoticeOptions.builder().subscriptions(listeners).build())
        .build();
    stackOf(app, "Workload", "444455556666");
    Stack sandbox = stackOf(app, "Sandbox", "777788889999");
    Validations.of(sandbox)
        .acknowledge(
            Acknowledgment.builder()
                .id("cdk-nacl-change-monitor:trail-all-regions")
                .reason("Nothing but experiments.")
                .build());
  }

  private static Stack stackOf(App app, String id, String account) {
    Environment env = Environment.builder().account(account).region("eu-west-1").build();
    return Stack.Builder.create(app, id).env(env).build();
  }

  private static CoveredAccount covered(String account) {
    return CoveredAccount.builder()
        .account(account)
        .reason("Its own pipeline deploys a monitor.")
        .build();
  }

  private static void output(Stack stack, String id, String value) {
    CfnOutput.Builder.create(stack, id).value(value).build();
  }
}
