using JobsApi;

// Without arguments and without a deployment, it starts an emulator in this process, runs a scripted demonstration and checks the results.
// --serve keeps serving instead; JourneyApps:BaseAddress, JourneyApps:Token and Webhooks:Secret in the configuration name a real deployment.
bool serve = args.Contains("--serve");
await using EmulatedDeployment? emulated = await EmulatedDeployment.StartUnlessConfiguredAsync(args);
if (emulated is null && ApiHost.SecretOf(args) is null)
{
    Console.Error.WriteLine("Set Webhooks:Secret to the secret of the webhook 'job_signed', for example with the environment variable Webhooks__Secret.");
    return 1;
}

await using WebApplication app = ApiHost.Create(args, emulated);

if (serve || emulated is null)
{
    await app.StartAsync();
    Console.WriteLine($"Jobs at {app.Urls.First()}/jobs, webhooks are received at {app.Urls.First()}/journey. Press Ctrl+C to stop.");
    await app.WaitForShutdownAsync();
    return 0;
}

await app.StartAsync();
int failed = await Demonstration.RunAsync(app, emulated);
await app.StopAsync();
return failed == 0 ? 0 : 1;
