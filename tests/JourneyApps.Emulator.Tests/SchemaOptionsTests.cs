using System.Text;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Tests;

/// <summary>The API version and the app-user model reach the emulator on every way in, so that it reads a schema as the compiler does.</summary>
public sealed class SchemaOptionsTests : IDisposable
{
    // As version 3.0 the first element is unknown and ignored; by the document alone it is a model without a name, an error.
    private const string Version30 = """
        <data-model>
          <model/>
          <object name="job" label="Job"><field name="title" label="Title" type="text"/><display>{title}</display></object>
          <object name="person" label="Person"><field name="name" label="Name" type="text"/><display>{name}</display></object>
        </data-model>
        """;

    private const string Application = "<application><api>3.0</api><mobile_user>person</mobile_user></application>";

    private static readonly SchemaOptions Options = new() { ApiVersion = "3.0", AppUserModel = "person" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task A_text_is_read_by_the_version_of_the_options()
    {
        await Assert.ThrowsAsync<EmulatorSchemaException>(() => JourneyEmulator.StartAsync(Version30));

        await AssertServesAsync(await JourneyEmulator.StartAsync(Version30, new EmulatorOptions { SchemaOptions = Options }));
    }

    [Fact]
    public async Task A_file_is_read_by_the_application_file_beside_it()
    {
        Write("application.xml", Application);

        await AssertServesAsync(await JourneyEmulator.StartFromFileAsync(Write("schema.xml", Version30)));
    }

    [Fact]
    public async Task Options_take_precedence_over_the_application_file()
    {
        Write("application.xml", "<application><api>4.0</api><mobile_user>job</mobile_user></application>");

        await AssertServesAsync(await JourneyEmulator.StartFromFileAsync(Write("schema.xml", Version30), new EmulatorOptions { SchemaOptions = Options }));
    }

    [Fact]
    public async Task A_new_schema_is_read_by_the_options_of_the_start_or_by_its_own()
    {
        await using JourneyEmulator started = await JourneyEmulator.StartAsync(Version30, new EmulatorOptions { SchemaOptions = Options });
        await started.UpdateSchemaAsync(Version30.Replace("Title", "Heading", StringComparison.Ordinal));

        JourneyEmulator newer = await JourneyEmulator.StartAsync(Schemas.Recorded);
        await newer.UpdateSchemaAsync(Version30, Options);
        await AssertServesAsync(newer);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF8_is_decoded_as_the_compiler_does()
    {
        string text = Schemas.Recorded.Replace("label=\"Title\"", "label=\"Caf\u00e9\"", StringComparison.Ordinal);
        string file = Path.Combine(_folder.FullName, "schema.xml");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(text));

        await using JourneyEmulator emulator = await JourneyEmulator.StartFromFileAsync(file);
        using HttpClient client = new() { BaseAddress = emulator.BaseAddress, DefaultRequestHeaders = { { "Authorization", $"Bearer {emulator.Token}" } } };

        Assert.Equal(text, await client.GetStringAsync("datamodel.xml"));
    }

    private static async Task AssertServesAsync(JourneyEmulator emulator)
    {
        await using (emulator)
        {
            await emulator.SeedAsync("person", """{"name":"Ann"}""");
            using HttpClient client = new() { BaseAddress = emulator.BaseAddress, DefaultRequestHeaders = { { "Authorization", $"Bearer {emulator.Token}" } } };

            Assert.Contains("\"total\":1", await client.GetStringAsync("users.json"), StringComparison.Ordinal);
        }
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
