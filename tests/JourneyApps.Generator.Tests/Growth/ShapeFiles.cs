using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>The files of one size of a shape.</summary>
internal sealed record ShapeFiles(string FileName, string Schema, string? NameOverrides, string? Application)
{
    public int Length => Schema.Length + (NameOverrides?.Length ?? 0) + (Application?.Length ?? 0);

    public AdditionalText[] ToAdditionalTexts()
    {
        List<AdditionalText> files = [new TextFile("/app/" + FileName, Schema)];
        if (NameOverrides is not null) files.Add(new TextFile("/app/" + Path.ChangeExtension(FileName, ".names"), NameOverrides));
        if (Application is not null) files.Add(new TextFile("/app/application.xml", Application));
        return [.. files];
    }
}
