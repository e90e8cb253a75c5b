using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.CompilerServices;
using System.Text.Json;
using Acme.Field;

namespace JourneyApps.Benchmarks.Json;

/// <summary>What is measured, by row and contestant.</summary>
internal static class Rows
{
    public const string Reading = "reading a page of 1,000 objects";
    public const string Writing = "writing a batch of 1,000 operations";
    public const string Ours = "JourneyApps";
    public const string SourceGenerated = "System.Text.Json, source-generated";
    public const string Reflection = "System.Text.Json, reflection";
    public const string Newtonsoft = "Newtonsoft.Json";
    public const string TokenScan = "bare token scan";

    public static Dictionary<string, Dictionary<string, Func<int>>> All()
    {
        byte[] page = SampleData.Page();
        string pageText = System.Text.Encoding.UTF8.GetString(page);
        List<Visit> visits = SampleData.Visits();
        BatchDto batch = SampleData.Batch();
        return new()
        {
            [Reading] = new()
            {
                [Ours] = () => ModelJson.ReadPage<Visit>(page).Objects.Count,
                [SourceGenerated] = () => JsonSerializer.Deserialize(page, ReadContext.Default.PageDto)!.Objects!.Count,
                [Reflection] = () => JsonSerializer.Deserialize<PageDto>(page)!.Objects!.Count,
                [Newtonsoft] = () => global::Newtonsoft.Json.JsonConvert.DeserializeObject<PageDto>(pageText)!.Count,
                [TokenScan] = () => Scan(page),
            },
            [Writing] = new()
            {
                [Ours] = () => Write(visits),
                [SourceGenerated] = () => Write(batch),
                [Reflection] = () => JsonSerializer.SerializeToUtf8Bytes(batch).Length,
                [Newtonsoft] = () => global::Newtonsoft.Json.JsonConvert.SerializeObject(batch).Length,
            },
        };
    }

    private static int Scan(byte[] page)
    {
        Utf8JsonReader reader = new(page);
        int tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    private static int Write(List<Visit> visits)
    {
        using JsonBody body = new();
        body.Output.WriteRaw("{\"operations\":["u8);
        foreach (Visit visit in visits)
        {
            body.Output.Separate();
            body.Output.WriteRaw("{\"method\":\"put\",\"object\":"u8);
            ModelJson.WriteFlat(visit, Known(visit), WriteKind.Put, body);
            body.Output.WriteRaw((byte)'}');
        }

        body.Output.WriteRaw("]}"u8);
        return body.Output.Length;
    }

    private static FieldMask Known<TModel>(TModel model) where TModel : class, IModel<TModel> => model.State.Known;

    /// <summary>The serializer's best case: its generated fast path over a writer and a buffer that are reused.</summary>
    private static int Write(BatchDto batch)
    {
        Buffer.ResetWrittenCount();
        Writer.Reset(Buffer);
        JsonSerializer.Serialize(Writer, batch, WriteContext.Default.BatchDto);
        Writer.Flush();
        return Buffer.WrittenCount;
    }

    private static readonly System.Buffers.ArrayBufferWriter<byte> Buffer = new(1 << 20);
    private static readonly Utf8JsonWriter Writer = new(Buffer);
}
