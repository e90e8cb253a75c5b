using JourneyApps.Emulator;
using MeterMirror;
using Microsoft.Extensions.Hosting;

// Without arguments and without a deployment, it starts an emulator in this process, runs a scripted demonstration and checks the results.
// --serve keeps mirroring into meters.db instead; JourneyApps:BaseAddress and JourneyApps:Token in the configuration name a real deployment.
bool serve = args.Contains("--serve");
string[] settings = [.. args.Where(argument => argument != "--serve")];
await using JourneyEmulator? emulator = MirrorHost.HasDeployment(settings) ? null : await JourneyEmulator.StartAsync(MirrorHost.ReadSchema());

if (serve || emulator is null)
{
    Console.WriteLine($"{(emulator is null ? "The deployment" : $"An emulator at {emulator.BaseAddress}, token {emulator.Token},")} is mirrored into meters.db. Press Ctrl+C to stop.");
    using IHost host = MirrorHost.Create(settings, "meters.db", new MirrorNews(), emulator);
    await host.RunAsync();
    return 0;
}

return await Demonstration.RunAsync(settings, emulator) == 0 ? 0 : 1;
