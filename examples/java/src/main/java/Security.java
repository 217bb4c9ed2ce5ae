import io.github.cdknaclchangemonitor.NaclChangeMonitor;
import io.github.cdknaclchangemonitor.RequireNaclChangeMonitor;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

public class Security {
  public static void main(String[] args) {
    App app = new App();
    Stack security = new Stack(app, "Security");
    NaclChangeMonitor.Builder.create(security, "NaclChanges")
        .subscriptions(List.of(new EmailSubscription("security@example.com")))
        .build();

    // Another account, in which nothing listens: the Aspect flags it.
    Stack.Builder.create(app, "Workload")
        .env(Environment.builder().account("444455556666").region("eu-west-1").build())
        .build();
    Aspects.of(app).add(new RequireNaclChangeMonitor());

    app.synth();
  }
}
