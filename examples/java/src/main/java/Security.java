import io.github.cdknaclchangemonitor.NaclChangeMonitor;
import io.github.cdknaclchangemonitor.NaclChangeNoticeOptions;
import io.github.cdknaclchangemonitor.RequireNaclChangeMonitor;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.ITopicSubscription;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.Queue;

public class Security {
  public static void main(String[] args) {
    App app = new App();
    Stack security = new Stack(app, "Security");
    Queue queue = new Queue(security, "Alarms"); // listens at once; an email address has to confirm first
    List<ITopicSubscription> listeners =
        List.of(new EmailSubscription("security@example.com"), new SqsSubscription(queue));
    NaclChangeMonitor.Builder.create(security, "NaclChanges")
        .subscriptions(listeners)
        // says of each change who made it, from where, and what it does
        .notices(NaclChangeNoticeOptions.builder().subscriptions(listeners).build())
        .build();

    // Another account, in which nothing listens: the Aspect flags it.
    Stack.Builder.create(app, "Workload")
        .env(Environment.builder().account("444455556666").region("eu-west-1").build())
        .build();
    Aspects.of(app).add(new RequireNaclChangeMonitor());

    app.synth();
  }
}
