using System.Text.Json.Serialization;
using Refit;
using Riok.Mapperly.Abstractions;

namespace Acme.Field;

public sealed record JobDto(string? Title, DateOnly? Due);

[Mapper(RequiredMappingStrategy = RequiredMappingStrategy.Target)]
public static partial class JobMapper
{
    public static partial JobDto ToDto(Job job);
}

public interface IJobsApi
{
    [Get("/jobs/{id}")]
    Task<Job> GetAsync(Id<Job> id);

    [Post("/jobs")]
    Task<Job> CreateAsync([Body] Job job);
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Id} is {State}")]
    public static partial void JobChanged(this ILogger logger, Id<Job> id, JobState? state);
}

[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(Dictionary<string, Choice<JobState>>))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
