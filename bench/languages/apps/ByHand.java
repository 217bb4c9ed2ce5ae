import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudtrail.Trail;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.CreateAlarmOptions;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/** The chain by hand, on aws-cdk-lib alone: about the resources that a monitor makes. */
public class ByHand {
  public static void main(String[] args) {
    synthesize("{ ($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl) }");
  }

  static void synthesize(String pattern) {
    App app = new App();
    Stack stack = new Stack(app, "Security");
    Key key = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
    Bucket accessLogs = Bucket.Builder.create(stack, "AccessLogs").enforceSsl(true).build();
    Bucket bucket =
        Bucket.Builder.create(stack, "LogFiles")
            .encryption(BucketEncryption.KMS)
            .encryptionKey(key)
            .enforceSsl(true)
            .serverAccessLogsBucket(accessLogs)
            .versioned(true)
            .build();
    LogGroup events =
        LogGroup.Builder.create(stack, "Events")
            .encryptionKey(key)
            .retention(RetentionDays.ONE_YEAR)
            .build();
    Trail.Builder.create(stack, "Trail")
        .bucket(bucket)
        .cloudWatchLogGroup(events)
        .encryptionKey(key)
        .sendToCloudWatchLogs(true)
        .build();
    MetricFilter changes =
        MetricFilter.Builder.create(stack, "Changes")
            .logGroup(events)
            .filterPattern(FilterPattern.literal(pattern))
            .metricNamespace("Security")
            .metricName("NaclChanges")
            .defaultValue(0)
            .build();
    Topic topic = Topic.Builder.create(stack, "Topic").masterKey(key).enforceSsl(true).build();
    topic.addSubscription(new EmailSubscription("security@example.com"));
    Alarm alarm =
        changes
            .metric(MetricOptions.builder().statistic("Sum").build())
            .createAlarm(
                stack,
                "Alarm",
                CreateAlarmOptions.builder().threshold(1).evaluationPeriods(1).build());
    alarm.addAlarmAction(new SnsAction(topic));
    app.synth();
  }
}
