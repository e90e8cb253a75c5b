
namespace JobsApi;

/// <summary>Puts the program together: the client, the endpoints, the webhooks.</summary>
internal static class ApiHost
{
    // Where this program listens unless --urls says otherwise: on this machine only, because it has no sign-in of its own.
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static WebApplication Create(string[] args, EmulatedDeployment? emulated)
    {
        WebApplicationBuilder builder = Builder(args);
        string secret = emulated?.WebhookSecret ?? builder.Configuration["Webhooks:Secret"]
            ?? throw new InvalidOperationException("Set Webhooks:Secret to the secret of the webhook 'job_signed'.");
        if (emulated is not null) builder.WebHost.UseUrls(emulated.ApiAddress.ToString());
        else if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultAddress);

        builder.Services.AddJourneyApp<JourneyApp>(configure: settings =>
        {
            if (emulated is null) return;
            settings.BaseAddress = emulated.Emulator.BaseAddress;
            settings.Token = emulated.Emulator.Token;
        }).AddHealthCheck();
        builder.Services.AddSingleton(services => new WebhookReader(services.GetRequiredService<JourneyApp>(), secret) { MaxBodyBytes = 1 << 20 });
        builder.Services.AddSingleton<SignedJobs>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ApiFaults>();

        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        JobEndpoints.Map(app.MapGroup("/jobs"));
        WebhookEndpoint.Map(app);
        app.MapHealthChecks("/health");
        return app;
    }

    public static WebApplicationBuilder Builder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. args.Where(argument => argument != "--serve")],
        ContentRootPath = AppContext.BaseDirectory,
    });
}
