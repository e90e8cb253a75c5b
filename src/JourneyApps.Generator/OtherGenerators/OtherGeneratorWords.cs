namespace JourneyApps.Generator.OtherGenerators;

/// <summary>What the diagnostic says about another source generator.</summary>
internal static class OtherGeneratorWords
{
    private const string OwnProject = "generate the models in a class library";

    /// <summary>The name of the generator, with its article.</summary>
    public static string NameOf(OtherGenerator generator) => generator switch
    {
        OtherGenerator.SystemTextJson => "the System.Text.Json source generator",
        OtherGenerator.Mapperly => "Mapperly",
        OtherGenerator.Refit => "Refit",
        OtherGenerator.LoggerMessage => "the logging source generator",
        OtherGenerator.RequestDelegates => "the request delegate generator",
        OtherGenerator.Razor => "the Razor source generator",
    };

    /// <summary>What to do.</summary>
    public static string CureOf(OtherGenerator generator) => generator switch
    {
        OtherGenerator.SystemTextJson => "use JourneyJson.Resolver instead",
        OtherGenerator.Mapperly or OtherGenerator.Refit or OtherGenerator.LoggerMessage or OtherGenerator.RequestDelegates
            or OtherGenerator.Razor => OwnProject,
    };
}
