using System.Diagnostics;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>A disk without space.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task On_a_full_disk_nothing_of_the_step_is_stored_and_the_mirror_resumes_when_there_is_space()
    {
        using var disk = SmallDisk.Create($"size=12m,uid={await UserAsync()}");
        await using PostgreSqlServer own = new();
        await own.InitializeAsync();
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(own);
        string postgres = own.ConnectionString("postgres");
        await PostgreSqlServer.RunAsync(postgres, $"CREATE TABLESPACE small LOCATION '{disk.Folder}'");
        await PostgreSqlServer.RunAsync(postgres, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(copy.ConnectionString).Database} SET default_tablespace = small");
        await copy.CreateAsync("job", ("title", "small"));
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        Random random = new(1);
        byte[] noise = new byte[300_000];
        for (int i = 0; i < 40; i++)
        {
            // Texts that repeat themselves would be compressed.
            random.NextBytes(noise);
            await copy.CreateAsync("job", ("title", Convert.ToBase64String(noise)));
        }

        DatabaseMirrorException full = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.CatchUpAsync());

        Assert.Equal(DatabaseFault.DiskFull, full.Fault);
        Assert.Contains("is full", full.Message, StringComparison.Ordinal);
        disk.Change("size=200m");
        await mirror.CatchUpAsync();
        await copy.AssertEqualAsync();
        Assert.Equal(["41"], await copy.QueryAsync("SELECT count(*) FROM job"));
    }

    private static async Task<string> UserAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a small disk in memory.");
        bool isRoot = Environment.UserName == "root";
        using Process id = Process.Start(new ProcessStartInfo("id", isRoot ? ["-u", "postgres"] : ["-u"]) { RedirectStandardOutput = true })!;
        string user = await id.StandardOutput.ReadToEndAsync();
        await id.WaitForExitAsync();
        return user.Trim();
    }
}
