using JourneyApps.Webhooks;

namespace JobsApi;

/// <summary>Configures the program: the client, the endpoints, the webhooks.</summary>
internal static class ApiHost
{
    // The default address, which --urls overrides. It is a loopback address, because the program has no authentication.
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static WebApplication Create(string[] args, EmulatedDeployment? emulated)
    {
        WebApplicationBuilder builder = Builder(args);
        string secret = emulated?.WebhookSecret ?? SecretOf(args)!;
        if (emulated is not null) builder.WebHost.UseUrls(emulated.ApiAddress.ToString());
        else if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultAddress);

        builder.Services.AddJourneyApp<JourneyApp>(options =>
        {
            if (emulated is null) return;
            options.BaseAddress = emulated.Emulator.BaseAddress;
            options.Credential = JourneyCredential.NamedToken(emulated.Emulator.Token);
        }).AddHealthCheck();
        builder.Services.AddSingleton(services =>
        {
            WebhookReader webhooks = services.GetRequiredService<JourneyApp>().CreateWebhookReader(secret);
            webhooks.MaxBodyBytes = 1 << 20;
            return webhooks;
        });
        builder.Services.AddSingleton<SignedJobs>();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(options => options.AddJourneyApps());
        builder.Services.AddExceptionHandler<ApiFaults>();

        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        JobEndpoints.Map(app.MapGroup("/jobs"));
        WebhookEndpoint.Map(app);
        app.MapHealthChecks("/health");
        app.MapOpenApi();
        return app;
    }

    /// <summary>The secret of the webhooks of a real deployment, or null if it is not configured.</summary>
    public static string? SecretOf(string[] args) => Builder(args).Configuration["Webhooks:Secret"] is { Length: > 0 } secret ? secret : null;

    public static WebApplicationBuilder Builder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. args.Where(argument => argument != "--serve")],
        ContentRootPath = AppContext.BaseDirectory,
    });
}
