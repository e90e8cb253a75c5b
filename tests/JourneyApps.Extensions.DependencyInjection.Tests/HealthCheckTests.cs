using Acme.Field;
using JourneyApps.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

public class HealthCheckTests
{
    [Fact]
    public async Task A_result_is_kept_for_30_seconds_and_then_asked_for_with_the_entity_tag()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        var time = new SteppingTime();
        await using ServiceProvider services = Build(emulator, time);
        HealthCheckService checks = services.GetRequiredService<HealthCheckService>();

        Assert.Equal(HealthStatus.Healthy, (await checks.CheckHealthAsync()).Status);
        time.Step(TimeSpan.FromSeconds(29));
        await checks.CheckHealthAsync();
        Assert.Single(emulator.Requests);
        time.Step(TimeSpan.FromSeconds(2));
        Assert.Equal(HealthStatus.Healthy, (await checks.CheckHealthAsync()).Status);
        Assert.Equal([200, 304], emulator.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task A_deployment_that_refuses_is_unhealthy_and_one_whose_fields_changed_is_degraded()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        var time = new SteppingTime();
        await using ServiceProvider services = Build(emulator, time, settings => settings.Credential = JourneyCredential.NamedToken("O:wrong"));
        HealthReport refused = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, refused.Entries["journeyapps"].Status);

        await emulator.UpdateSchemaAsync(Servers.Schema.Replace("<field name=\"street\" label=\"Street\" type=\"text\" />", "", StringComparison.Ordinal));
        await using ServiceProvider others = Build(emulator, time);
        HealthReport changed = await others.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Degraded, changed.Entries["journeyapps"].Status);
        Assert.Contains("site.street", changed.Entries["journeyapps"].Description, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(JourneyEmulator emulator, TimeProvider time, Action<JourneyAppOptions>? more = null)
        => RegistrationTests.Build(Servers.Configuration(emulator), collection =>
        {
            collection.AddLogging();
            collection.AddSingleton(time);
            collection.AddJourneyApp<FieldApp>(null, more).AddHealthCheck();
        });
}
