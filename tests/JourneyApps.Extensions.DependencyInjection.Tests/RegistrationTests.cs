using System.Net;
using System.Net.Sockets;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

public class RegistrationTests
{
    [Fact]
    public async Task A_client_is_registered_once_and_reads_its_settings_from_the_configuration()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        await using ServiceProvider services = Build(Servers.Configuration(emulator), collection => collection.AddJourneyApp<FieldApp>());
        FieldApp app = services.GetRequiredService<FieldApp>();

        Assert.Same(app, services.GetRequiredService<FieldApp>());
        await app.Sites.CreateAsync(new Site { Name = "Harbour" });
        Assert.Equal(1, await emulator.CountAsync("site"));
    }

    [Fact]
    public async Task Several_deployments_are_keyed_by_name_and_do_not_mix()
    {
        await using JourneyEmulator north = await Servers.StartAsync("O:north");
        await using JourneyEmulator south = await Servers.StartAsync("O:south");
        Dictionary<string, string?> configuration = new(Servers.Configuration(north, "JourneyApps:north").Concat(Servers.Configuration(south, "JourneyApps:south")));
        await using ServiceProvider services = Build(configuration, collection =>
        {
            collection.AddJourneyApp<FieldApp>("north");
            collection.AddJourneyApp<FieldApp>("south");
        });
        await services.GetRequiredKeyedService<FieldApp>("north").Sites.CreateAsync(new Site { Name = "N" });
        await services.GetRequiredKeyedService<FieldApp>("south").Sites.CreateAsync(new Site { Name = "S1" });
        await services.GetRequiredKeyedService<FieldApp>("south").Sites.CreateAsync(new Site { Name = "S2" });

        Assert.Equal((1, 2), (await north.CountAsync("site"), await south.CountAsync("site")));
        InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => services.GetService<FieldApp>());
        Assert.Equal("FieldApp is registered by name only. Request it with a name, such as [FromKeyedServices(\"north\")].", fault.Message);
    }

    [Fact]
    public async Task A_client_without_a_name_can_be_registered_before_and_after_one_with_a_name()
    {
        Dictionary<string, string?> configuration = [];
        foreach (string section in (string[])["JourneyApps", "JourneyApps:north"])
        {
            configuration[$"{section}:BaseAddress"] = "https://example.com/api/v4/x";
            configuration[$"{section}:Token"] = "O:t";
        }

        await using ServiceProvider before = Build(configuration, collection =>
        {
            collection.AddJourneyApp<FieldApp>();
            collection.AddJourneyApp<FieldApp>("north");
        });
        await using ServiceProvider after = Build(configuration, collection =>
        {
            collection.AddJourneyApp<FieldApp>("north");
            collection.AddJourneyApp<FieldApp>();
        });

        Assert.NotNull(before.GetRequiredService<FieldApp>());
        Assert.NotNull(after.GetRequiredService<FieldApp>());
    }

    [Theory]
    [InlineData("The JourneyApps client of 'JourneyApps' has no credential: set Token, or UserName and Password. The configuration has no section 'JourneyApps', in which BaseAddress and Token are expected.", "JourneyApp:Token", "O:t")]
    [InlineData("The JourneyApps client of 'JourneyApps' has no credential: set Token, or UserName and Password.", "JourneyApps:BaseAddress", "https://example.com/api/v4/x")]
    [InlineData("The JourneyApps client of 'JourneyApps' cannot be used: Pass the token alone, without the scheme before it.", "JourneyApps:Token", "Bearer O:t")]
    [InlineData("The configuration value 'JourneyApps:MaxAttempts' is 'many', which is not a whole number.", "JourneyApps:MaxAttempts", "many")]
    [InlineData("The configuration value 'JourneyApps:Deadline' is 'soon', which is not a time such as 00:00:30.", "JourneyApps:Deadline", "soon")]
    [InlineData("The configuration value 'JourneyApps:RequestsPerSecond' is '1,5x', which is not a number.", "JourneyApps:RequestsPerSecond", "1,5x")]
    [InlineData("The configuration value 'JourneyApps:ReportUnreadableObjects' is 'yes', which is not true or false.", "JourneyApps:ReportUnreadableObjects", "yes")]
    [InlineData("The configuration value 'JourneyApps:BaseAddress' is '62d541f4', which is not a URL. Copy all of it from the deployment's \"Manage API\" page.", "JourneyApps:BaseAddress", "62d541f4")]
    public async Task A_program_that_does_not_start_says_what_to_write(string message, string key, string value)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [key] = value });
        builder.Services.AddJourneyApp<FieldApp>();
        using IHost host = builder.Build();

        Exception fault = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        Assert.Equal(message, fault.Message);
    }

    [Theory]
    [InlineData("", "O:t", null, null, "BaseAddress")]
    [InlineData("http://example.com/api/v4/x", "O:t", null, null, "https")]
    [InlineData("https://example.com/api/v4/x", null, null, null, "no credential")]
    [InlineData("https://example.com/api/v4/x", "O:t", "user", "password", "more than one credential")]
    [InlineData("https://example.com/api/v4/x", null, "user", null, "an incomplete credential")]
    [InlineData("https://example.com/api/v4/x", "Bearer O:t", null, null, "without the scheme")]
    [InlineData("not an address", "O:t", null, null, "JourneyApps:BaseAddress")]
    [InlineData("https://example.com/", "O:t", null, null, "/api/v4/{id}")]
    [InlineData("https://example.com/api/v4", "O:t", null, null, "/api/v4/{id}")]
    public async Task Faulty_settings_stop_the_program_when_it_starts(string address, string? token, string? user, string? password, string told)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["JourneyApps:BaseAddress"] = address,
            ["JourneyApps:Token"] = token,
            ["JourneyApps:UserName"] = user,
            ["JourneyApps:Password"] = password,
        });
        builder.Services.AddJourneyApp<FieldApp>();
        using IHost host = builder.Build();
        Exception fault = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("O:t", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxAttempts", "many")]
    [InlineData("MaxAttempts", "0")]
    [InlineData("PageSize", "5000")]
    [InlineData("Deadline", "soon")]
    [InlineData("Deadline", "60")]
    [InlineData("ResponseTimeout", "25.00:00:00")]
    [InlineData("ReadTimeout", "-00:00:05")]
    [InlineData("ConnectTimeout", "10675199.02:48:05")]
    [InlineData("MaxRetryAfter", "00:00:00")]
    [InlineData("RetryDelay", "1")]
    [InlineData("ReportUnreadableObjects", "perhaps")]
    public async Task A_number_or_time_that_is_none_is_named(string key, string value)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["JourneyApps:BaseAddress"] = "https://example.com/api/v4/x",
            ["JourneyApps:Token"] = "O:t",
            [$"JourneyApps:{key}"] = value,
        });
        builder.Services.AddJourneyApp<FieldApp>();
        using IHost host = builder.Build();
        Exception fault = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());
        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JourneyApps:BaseAdress", "x")]
    [InlineData("JourneyApps:TimeOut", "00:00:05")]
    [InlineData("JourneyApps:Timeouts:Deadline", "00:00:05")]
    [InlineData("JourneyApps:north:MaxAttempt", "5")]
    [InlineData("JourneyApps:RateLimit:RequestsPerSecond", "5")]
    public async Task A_key_that_is_not_known_stops_the_program_with_the_keys_that_are(string key, string value)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["JourneyApps:BaseAddress"] = "https://example.com/api/v4/x",
            ["JourneyApps:Token"] = "O:secret",
            ["JourneyApps:north:BaseAddress"] = "https://example.com/api/v4/y",
            ["JourneyApps:north:Token"] = "O:secret",
            [key] = value,
        });
        builder.Services.AddJourneyApp<FieldApp>();
        builder.Services.AddJourneyApp<FieldApp>("north");
        using IHost host = builder.Build();
        OptionsValidationException fault = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains(key.Split(':') is ["JourneyApps", "north", var own] ? own : key.Split(':')[1], fault.Message, StringComparison.Ordinal);
        Assert.Contains("Deadline", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_known_key_is_read_in_any_case_and_other_clients_sections_are_left_alone()
    {
        Dictionary<string, string?> configuration = new()
        {
            ["journeyapps:baseaddress"] = "https://example.com/api/v4/x",
            ["JourneyApps:token"] = "O:t",
            ["JourneyApps:AppUserModel"] = "person",
            ["JourneyApps:MaxAttempts"] = "2",
            ["JourneyApps:RetryDelay"] = "00:00:01",
            ["JourneyApps:MaxRetryAfter"] = "00:01:00",
            ["JourneyApps:Deadline"] = "00:02:00",
            ["JourneyApps:ConnectTimeout"] = "00:00:03",
            ["JourneyApps:ResponseTimeout"] = "00:00:04",
            ["JourneyApps:ReadTimeout"] = "00:00:05",
            ["JourneyApps:MaxResponseBytes"] = "1000000",
            ["JourneyApps:PageSize"] = "7",
            ["JourneyApps:ReportUnreadableObjects"] = "true",
            ["JourneyApps:AllowedMediaHosts:0"] = "cdn.example.com",
            ["JourneyApps:RequestsPerSecond"] = "5",
            ["JourneyApps:Burst"] = "6",
            ["JourneyApps:south:Token"] = "O:t",
            ["JourneyApps:north:Deadline"] = "00:00:09",
        };
        using ServiceProvider services = Build(configuration, collection =>
        {
            collection.AddJourneyApp<FieldApp>();
            collection.AddJourneyApp<FieldApp>("north", options =>
            {
                options.BaseAddress = new Uri("https://example.com/api/v4/y");
                options.Credential = JourneyCredential.NamedToken("O:t");
            });
        });
        JourneyAppOptions options = services.GetRequiredService<IOptionsMonitor<JourneyAppOptions>>().Get(nameof(FieldApp));
        Assert.Equal(("person", 2, 7, 1_000_000, true), (options.AppUserModel, options.MaxAttempts, options.PageSize, options.MaxResponseBytes, options.ReportUnreadableObjects));
        Assert.Equal(
            (1, 60, 120, 3, 4, 5),
            (options.RetryDelay.TotalSeconds, options.MaxRetryAfter.TotalSeconds, options.Deadline.TotalSeconds, options.ConnectTimeout.TotalSeconds,
                options.ResponseTimeout.TotalSeconds, options.ReadTimeout.TotalSeconds));
        Assert.Equal((5, 6), (options.RateLimit!.RequestsPerSecond, options.RateLimit.Burst));
        Assert.Equal(["cdn.example.com"], options.AllowedMediaHosts);
        Assert.NotNull(services.GetRequiredService<FieldApp>());
        Assert.NotNull(services.GetRequiredKeyedService<FieldApp>("north"));
    }

    [Fact]
    public async Task Each_call_asks_the_factory_and_media_have_a_client_of_their_own()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        CountingHandler calls = new(), media = new();
        await using ServiceProvider services = Build(Servers.Configuration(emulator), collection =>
        {
            JourneyAppBuilder<FieldApp> builder = collection.AddJourneyApp<FieldApp>();
            builder.HttpClient.AddHttpMessageHandler(() => new CountingHandler(calls));
            builder.MediaHttpClient.AddHttpMessageHandler(() => new CountingHandler(media));
        });
        FieldApp app = services.GetRequiredService<FieldApp>();
        await app.Sites.CreateAsync(new Site { Name = "Harbour" });
        await app.Sites.CountAsync();

        Assert.Equal((2, 0), (calls.Count, media.Count));
        Assert.All(calls.Authorizations, authorization => Assert.Equal("Bearer O:test-token-1", authorization));
    }

    // The name is allowed, and leads inside: what a name leads to only shows when a connection is made.
    [Fact]
    public async Task A_file_is_not_fetched_from_a_name_that_leads_to_a_private_address()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        Dictionary<string, string?> configuration = new() { ["JourneyApps:BaseAddress"] = "https://example.com/api/v4/x", ["JourneyApps:Token"] = "O:t" };
        await using ServiceProvider services = Build(configuration, collection => collection.AddJourneyApp<FieldApp>(configure: settings =>
            settings.AllowedMediaHosts.Add("localhost")));
        var job = new Job(new Job().Id)
        { Photo = new Photo("p", "uploaded", new Dictionary<string, string> { ["original"] = $"https://localhost:{((IPEndPoint)inside.LocalEndpoint).Port}/a.jpg" }) };

        Assert.Equal(ApiErrorKind.UrlRefused, (await Assert.ThrowsAsync<JourneyApiException>(
            () => services.GetRequiredService<FieldApp>().Jobs.DownloadAsync(job, j => j.Photo, FileVariant.Original, Stream.Null))).Kind);

        Assert.False(inside.Pending());
    }

    [Fact]
    public async Task A_token_that_is_rotated_in_the_configuration_is_found_after_a_refusal()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync("O:new");
        Dictionary<string, string?> values = Servers.Configuration(emulator);
        values["JourneyApps:Token"] = "O:old";
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddJourneyApp<FieldApp>();
        await using ServiceProvider services = collection.BuildServiceProvider();
        FieldApp app = services.GetRequiredService<FieldApp>();

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => app.Sites.CountAsync());
        configuration["JourneyApps:Token"] = "O:new";
        configuration.Reload();
        Assert.Equal(0, await app.Sites.CountAsync());
    }

    [Fact]
    public void Secrets_show_neither_as_text_nor_as_json()
    {
        foreach (JourneyCredential credential in (JourneyCredential[])[JourneyCredential.NamedToken("hush-token"), JourneyCredential.Basic("user", "hush-word")])
        {
            var options = new JourneyAppOptions { BaseAddress = new Uri("https://example.com/"), Credential = credential };
            Assert.DoesNotContain("hush", options.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("hush", System.Text.Json.JsonSerializer.Serialize(options), StringComparison.Ordinal);
            Assert.DoesNotContain("hush", Newtonsoft.Json.JsonConvert.SerializeObject(options), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("O:hush-token", null)]
    [InlineData(null, "hush-word")]
    public async Task A_host_that_logs_everything_logs_no_secret(string? token, string? password)
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Servers.Schema, new EmulatorOptions { Token = token ?? "O:other", Password = password ?? "other", Seed = 1 });
        emulator.Faults.Add(Fault.Status(500) with { Times = 1 });
        emulator.Faults.Add(Fault.Redirect("https://elsewhere.example.com/") with { Skip = 4, Times = 1 });
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["JourneyApps:BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
            ["JourneyApps:Token"] = token,
            ["JourneyApps:UserName"] = password is null ? null : emulator.UserName,
            ["JourneyApps:Password"] = password,
        });
        var lines = new KeptLines();
        builder.Logging.ClearProviders().AddProvider(lines).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddJourneyApp<FieldApp>().AddHealthCheck();
        using IHost host = builder.Build();
        await host.StartAsync();
        FieldApp app = host.Services.GetRequiredService<FieldApp>();
        var job = new Job { Title = "Mrs Miller", Photo = Photo.FromBytes("file"u8.ToArray(), "a.jpg") };
        await app.Jobs.CreateAsync(job);
        await app.Jobs.DownloadAsync(job, j => j.Photo, FileVariant.Original, Stream.Null);
        await app.Jobs.Where(j => j.Title == "Mrs Miller").ToListAsync();
        await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await Record.ExceptionAsync(() => app.Jobs.CountAsync());
        await host.StopAsync();

        Assert.Contains("attempt 2", lines.Text, StringComparison.Ordinal);
        string pair = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{emulator.UserName}:{password}"));
        foreach (string secret in (string[])["hush", pair, "Miller", "sha="]) Assert.DoesNotContain(secret, lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_can_set_everything_without_a_configuration()
    {
        var collection = new ServiceCollection();
        collection.AddJourneyApp(options => new FieldApp(options), "code", settings =>
        {
            settings.BaseAddress = new Uri("https://example.com/api/v4/x");
            settings.Credential = JourneyCredential.NamedToken("O:t");
            settings.MaxAttempts = 1;
        });
        using ServiceProvider services = collection.BuildServiceProvider();
        Assert.NotNull(services.GetRequiredKeyedService<FieldApp>("code"));
        Assert.Equal("JourneyApps deployment at example.com, named token (secret)", services.GetRequiredService<IOptionsMonitor<JourneyAppOptions>>().Get("code").ToString());
        Assert.Throws<ArgumentException>(() => collection.AddJourneyApp<FieldApp>("a:b"));
    }

    [Fact]
    public void The_only_client_takes_its_settings_from_code_alone()
    {
        var collection = new ServiceCollection();
        collection.AddJourneyApp<FieldApp>(settings => settings.BaseAddress = new Uri("https://example.com/api/v4/x")).Services
            .Configure<JourneyAppOptions>(nameof(FieldApp), settings => settings.Credential = JourneyCredential.NamedToken("O:t"));
        using ServiceProvider services = collection.BuildServiceProvider();
        Assert.NotNull(services.GetRequiredService<FieldApp>());
    }

    internal static ServiceProvider Build(Dictionary<string, string?> configuration, Action<IServiceCollection> register)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        register(collection);
        return collection.BuildServiceProvider();
    }
}
