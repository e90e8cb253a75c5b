using Acme.Workers;
using JourneyApps.Deployments;
using JourneyApps.Emulator;
using JourneyApps.Records;

namespace JourneyApps.Runtime.Tests.Wiping;

/// <summary>Deleting an app user wipes devices: whichever way it is asked for, it must be said that this is meant. Here the app's users are called worker.</summary>
public sealed class WipeTests
{
    private static readonly string Schema = Read("workers.schema.xml");

    public static TheoryData<string> Ways => ["by id", "by object", "query", "batch", "batch by id", "record", "records of the plural", "batch of records"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Deleting_an_app_user_is_refused_unless_it_is_said_that_this_is_meant(string way)
    {
        await using JourneyEmulator emulator = await StartAsync();
        using WorkersApp app = Connect(emulator);
        var ann = new Worker { Name = "Ann" };
        await app.Workers.CreateAsync(ann);
        string device = await emulator.EnrolDeviceAsync(ann.Id.Value, "Apple iPhone7,2");
        emulator.ClearRequests();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => DeleteAsync(app, way, ann, meant: false));

        Assert.Equal("Deleting an object of worker, the app-user model, locks that user and wipes the user's devices. Pass DeviceWipeHandling.Allow if that is intended.",
            fault.Message.Replace("workers", "worker", StringComparison.Ordinal));
        Assert.DoesNotContain(emulator.Requests, request => request.Method == "DELETE" || request.Body.Contains("delete", StringComparison.Ordinal));
        Assert.Equal("ENROLLED", (await app.Deployment.Users.FindSessionAsync(ann.Id.Value, device))!.State);

        await DeleteAsync(app, way, ann, meant: true);
        Assert.Equal(0, await emulator.CountAsync("worker"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_model_that_is_only_called_user_is_deleted_like_any_other(string way)
    {
        await using JourneyEmulator emulator = await StartAsync();
        using WorkersApp app = Connect(emulator);
        var user = new User { Name = "Bob" };
        await app.Users.CreateAsync(user);

        await DeleteAsync(app, way, user);

        Assert.Equal(0, await emulator.CountAsync("user"));
    }

    [Fact]
    public async Task The_options_say_what_nobody_told_the_generator()
    {
        await using JourneyEmulator emulator = await StartAsync();
        using WorkersApp app = Connect(emulator, options => options.AppUserModel = "user");
        var user = new User { Name = "Bob" };
        await app.Users.CreateAsync(user);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Users.DeleteAsync(user));
        Assert.True(await app.Users.DeleteAsync(user.Id, DeviceWipeHandling.Allow));
    }

    [Fact]
    public async Task Without_a_word_from_anybody_the_apps_users_are_called_user()
    {
        await using JourneyEmulator emulator = await StartAsync();
        using var app = new Acme.Documented.DocumentedApp(Options(emulator));

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Users.DeleteAsync(new Acme.Documented.User()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Objects("user").DeleteAsync(Guid.NewGuid().ToString()));
        Assert.False(await app.Objects("worker").DeleteAsync(Guid.NewGuid().ToString()));
    }

    private static async Task DeleteAsync(WorkersApp app, string way, Worker worker, bool meant)
    {
        DeviceWipeHandling handling = meant ? DeviceWipeHandling.Allow : DeviceWipeHandling.Refuse;
        switch (way)
        {
            case "by id":
                await (meant ? app.Workers.DeleteAsync(worker.Id, DeviceWipeHandling.Allow) : app.Workers.DeleteAsync(worker.Id));
                break;
            case "by object":
                await (meant ? app.Workers.DeleteAsync(worker.Id, DeviceWipeHandling.Allow) : app.Workers.DeleteAsync(worker));
                break;
            case "query":
                await app.Workers.Where(w => w.Name == "Ann").DeleteAllAsync(new BatchOptions { DeviceWipeHandling = handling });
                break;
            case "record":
                await app.Objects("worker").DeleteAsync(worker.Id.Value, handling);
                break;
            case "records of the plural":
                await app.Objects("workers").DeleteAsync(worker.Id.Value, handling);
                break;
            default:
                BatchOperation delete = way switch
                {
                    "batch" => BatchOperation.Delete(worker),
                    "batch by id" => BatchOperation.Delete(worker.Id),
                    _ => BatchOperation.Delete(new JourneyRecord("worker", worker.Id.Value)),
                };
                BatchReport report = await app.WriteAsync([delete], new BatchOptions { DeviceWipeHandling = handling });
                if (!report.AllDone) throw Assert.Single(report.NotDone).Exception!;
                break;
        }
    }

    private static async Task DeleteAsync(WorkersApp app, string way, User user)
    {
        switch (way)
        {
            case "by id":
                await app.Users.DeleteAsync(user.Id);
                break;
            case "by object":
                await app.Users.DeleteAsync(user);
                break;
            case "query":
                await app.Users.Where(u => u.Name == "Bob").DeleteAllAsync();
                break;
            case "record" or "records of the plural":
                await app.Objects("user").DeleteAsync(user.Id.Value);
                break;
            default:
                (await app.WriteAsync([way == "batch of records" ? BatchOperation.Delete(new JourneyRecord("user", user.Id.Value)) : BatchOperation.Delete(user)])).ThrowIfNotDone();
                break;
        }
    }

    private static Task<JourneyEmulator> StartAsync() => JourneyEmulator.StartAsync(Schema, new EmulatorOptions { Seed = 1, SchemaOptions = new() { AppUserModel = "worker" } });

    private static WorkersApp Connect(JourneyEmulator emulator, Action<JourneyAppOptions>? more = null)
    {
        JourneyAppOptions options = Options(emulator);
        more?.Invoke(options);
        return new WorkersApp(options);
    }

    private static JourneyAppOptions Options(JourneyEmulator emulator)
        => new() { BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token) };

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(WorkersApp).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
