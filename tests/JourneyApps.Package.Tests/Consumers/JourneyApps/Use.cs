namespace JourneyApps;

public static class Use
{
    public static Choice<JobState>? StateOf(Job job) => job.State;
}
