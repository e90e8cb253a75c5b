using JourneyApps.Emulator;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Schema;

namespace JourneyApps.Runtime.Tests.Records;

/// <summary>A client without generated models, over real HTTP.</summary>
public sealed class UntypedClientTests
{
    [Fact]
    public async Task A_client_without_generated_models_reads_and_writes_every_model_by_name()
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(EmulatedApp.Schema, new EmulatorOptions { Seed = 1 });
        using JourneyClient app = Connect(emulator, null);
        var job = new JourneyRecord("job") { ["title"] = "Replace pump" };
        await app.Objects("job").CreateAsync(job);

        DataModel dataModel = await app.Deployment.GetDataModelAsync();
        Assert.Contains(dataModel.Models, model => model.Name == "job");
        Assert.Equal("Replace pump", (await app.Objects("job").GetAsync(job.Id))["title"].Text);
        OplogEntry entry = Assert.Single((await app.Oplog.ReadPageAsync(options: new FollowOptions { ContinueOnBreakingDataModelChange = true })).Entries);
        Assert.Equal("Replace pump", Assert.IsType<JourneyRecord>(entry.Object)["title"].Text);
    }

    [Fact]
    public async Task A_data_model_names_the_app_users_and_is_compared_with_the_deployed_one()
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(EmulatedApp.Schema, new EmulatorOptions { Seed = 1 });
        using JourneyClient reader = Connect(emulator, null);
        DataModel known = await reader.Deployment.GetDataModelAsync() with { AppUserModel = "job" };
        using JourneyClient app = Connect(emulator, known);

        Assert.DoesNotContain(await app.Deployment.CompareDataModelAsync(), change => change.BreaksGeneratedCode);
        await emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace("""<field name="cost" label="Cost" type="number" />""", "", StringComparison.Ordinal));
        Assert.Contains(await app.Deployment.CompareDataModelAsync(), change => change is { Element: "job.cost", BreaksGeneratedCode: true });
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Objects("job").DeleteAsync(Guid.NewGuid().ToString()));
    }

    private static JourneyClient Connect(JourneyEmulator emulator, DataModel? dataModel)
        => new(new JourneyAppOptions { BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token) }, dataModel);
}
