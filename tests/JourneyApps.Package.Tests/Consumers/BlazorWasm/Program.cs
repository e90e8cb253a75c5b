using Acme.Field;
using BlazorWasm;
using JourneyApps;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<JobList>("#app");
builder.Services.AddSingleton(_ => new JourneyApp(new JourneyAppOptions
{
    BaseAddress = new Uri(builder.Configuration["BaseAddress"] ?? "http://127.0.0.1:5080/api/v4/62d541ff9f54b7000706c585/"),
    Credential = JourneyCredential.NamedToken(builder.Configuration["Token"] ?? "test-token-1"),
}));
await builder.Build().RunAsync();
