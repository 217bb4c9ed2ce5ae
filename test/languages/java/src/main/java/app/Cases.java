package app;

import io.github.cdknaclchangemonitor.NaclChangeAlarmOptions;
import io.github.cdknaclchangemonitor.NaclChangeMonitor;
import io.github.cdknaclchangemonitor.NaclChangeTrailOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.UrlSubscription;

/** The apps that every language writes in its own way. */
final class Cases {
  static final Map<String, Consumer<App>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("without-monitor", Cases::withoutMonitor);
    ALL.put("default", Cases::defaultMonitor);
    ALL.put("bring-your-own-log-group", Cases::bringYourOwnLogGroup);
    ALL.put("trail-options", Cases::trailOptions);
  }

  private Cases() {}

  private static void withoutMonitor(App app) {
    Stack stack = new Stack(app, "Security");
    new Topic(stack, "Topic");
  }

  private static void defaultMonitor(App app) {
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
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  /** The app of a user who forgot whom to tell. */
  static void nobodyIsTold(App app) {
    Stack stack = new Stack(app, "Security");
    NaclChangeMonitor.Builder.create(stack, "NaclChanges").build();
  }

  private static void output(Stack stack, String id, String value) {
    CfnOutput.Builder.create(stack, id).value(value).build();
  }
}
