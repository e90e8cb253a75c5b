using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Emulator.Http;

/// <summary>The caller did not send the body to its end. This is not an error of the emulator.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always has a cause.")]
internal sealed class RequestBodyException(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>What reading the body ended with.</summary>
    public Exception Cause => InnerException!;
}
