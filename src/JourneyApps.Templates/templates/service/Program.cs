using JourneyApps.Extensions.DependencyInjection;
using JourneyApps.Oplog;
using JourneyService;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

// Settings are in the section JourneyApps of the configuration. Without an account, start an emulator, which prints both values:
//   dotnet tool install --global JourneyApps.Tool
//   journeyapps emulate schema.xml
//   dotnet user-secrets set JourneyApps:BaseAddress ...
//   dotnet user-secrets set JourneyApps:Token ...
builder.Services.AddJourneyApp<JourneyApp>();

builder.Services.AddSingleton<ICheckpointStore>(_ => new FileCheckpointStore("checkpoint.txt"));
builder.Services.AddHostedService<JobWatcher>();

builder.Build().Run();
